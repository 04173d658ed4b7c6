"""Commitments in French: sentences written for the purpose, with the clause and kind to find, and sentences that hold none."""

from __future__ import annotations

import pytest

from tests.suggest.commitment_reading import told

FOUND: list[tuple[str, list[str]]] = [
    (
        "Le gouvernement s'engage à réduire de moitié les pertes d'eau d'ici 2030.",
        ["pledge: Le gouvernement s'engage à réduire de moitié les pertes d'eau d'ici 2030"],
    ),
    (
        "Les deux présidents ont convenu de rouvrir les ambassades avant la fin de l'année.",
        ["pledge: Les deux présidents ont convenu de rouvrir les ambassades avant la fin de l'année"],
    ),
    ("Renault va construire une usine de batteries à Douai.", ["plan: Renault va construire une usine de batteries à Douai"]),
    ("Le préfet a ordonné la fermeture des écoles jusqu'à lundi.", ["directive: Le préfet a ordonné la fermeture des écoles jusqu'à lundi"]),
    (
        "Médecins sans frontières appelle la communauté internationale à financer les hôpitaux de campagne.",
        ["request: Médecins sans frontières appelle la communauté internationale à financer les hôpitaux de campagne"],
    ),
    ("La Banque centrale prévoit de relever son taux directeur en mars.", ["plan: La Banque centrale prévoit de relever son taux directeur en mars"]),
    (
        "Le pays s'est fixé pour objectif de produire 40 % de son électricité à partir du soleil en 2030.",
        ["target: Le pays s'est fixé pour objectif de produire 40 % de son électricité à partir du soleil en 2030"],
    ),
    ("Les nouveaux bus seront livrés en septembre, a indiqué la régie des transports.", ["plan: Les nouveaux bus seront livrés en septembre"]),
    (
        "Les automobilistes doivent présenter une vignette à l'entrée de la ville.",
        ["directive: Les automobilistes doivent présenter une vignette à l'entrée de la ville"],
    ),
    (
        "La ministre a demandé aux recteurs de renforcer la sécurité des lycées.",
        ["directive: La ministre a demandé aux recteurs de renforcer la sécurité des lycées"],
    ),
    (
        "Il est indispensable de vacciner les troupeaux avant l'hiver, a insisté le ministre de l'Élevage.",
        ["directive: Il est indispensable de vacciner les troupeaux avant l'hiver"],
    ),
    ("Le syndicat réclame une hausse des salaires de 8 %.", ["request: Le syndicat réclame une hausse des salaires de 8 %"]),
    ("Le maire a promis de planter 10 000 arbres pendant son mandat.", ["pledge: Le maire a promis de planter 10 000 arbres pendant son mandat"]),
    ("Air France compte supprimer 300 postes au sol.", ["plan: Air France compte supprimer 300 postes au sol"]),
    ("La Commission européenne recommande d'interdire ces emballages.", ["request: La Commission européenne recommande d'interdire ces emballages"]),
    (
        "Les chefs d'État ont réaffirmé leur volonté de lutter contre la pêche illégale.",
        ["pledge: Les chefs d'État ont réaffirmé leur volonté de lutter contre la pêche illégale"],
    ),
    ("Il faut moderniser le réseau ferré, selon le président de la région.", ["directive: Il faut moderniser le réseau ferré"]),
    (
        "L'entreprise investira 50 millions d'euros dans son site de Tanger.",
        ["plan: L'entreprise investira 50 millions d'euros dans son site de Tanger"],
    ),
    (
        "Le président a exhorté les jeunes à s'inscrire sur les listes électorales.",
        ["request: Le président a exhorté les jeunes à s'inscrire sur les listes électorales"],
    ),
    (
        "Les exploitants sont tenus de déclarer leurs stocks chaque trimestre.",
        ["directive: Les exploitants sont tenus de déclarer leurs stocks chaque trimestre"],
    ),
    ("Le Sénat a décidé de créer une commission d'enquête.", ["plan: Le Sénat a décidé de créer une commission d'enquête"]),
    ("Le ministre a annoncé que la taxe serait supprimée au 1er janvier.", ["plan: la taxe serait supprimée au 1er janvier"]),
    ("Le Premier ministre se rendra à Rabat la semaine prochaine.", ["plan: Le Premier ministre se rendra à Rabat la semaine prochaine"]),
    (
        "Le comité a fixé trois priorités : rénover les écoles ; recruter des infirmiers ; étendre le réseau d'eau.",
        ["plan: Le comité a fixé trois priorités : rénover les écoles", "plan: recruter des infirmiers", "plan: étendre le réseau d'eau"],
    ),
    (
        "La Côte d'Ivoire vise une production de 2 millions de tonnes d'ici 2027.",
        ["target: La Côte d'Ivoire vise une production de 2 millions de tonnes d'ici 2027"],
    ),
    ("L'opérateur s'est engagé à couvrir toutes les communes en 4G.", ["pledge: L'opérateur s'est engagé à couvrir toutes les communes en 4G"]),
    ("Nous allons recruter 500 enseignants, a déclaré le ministre.", ["plan: Nous allons recruter 500 enseignants"]),
    (
        "Les bailleurs ont accepté de suspendre le remboursement de la dette.",
        ["pledge: Les bailleurs ont accepté de suspendre le remboursement de la dette"],
    ),
    ("Le conseil municipal entend fermer la décharge en 2026.", ["plan: Le conseil municipal entend fermer la décharge en 2026"]),
    ("Il convient de limiter la vitesse à 30 km/h dans le centre.", ["directive: Il convient de limiter la vitesse à 30 km/h dans le centre"]),
    (
        "Le chef de l'État a insisté sur la nécessité de diversifier l'économie.",
        ["directive: Le chef de l'État a insisté sur la nécessité de diversifier l'économie"],
    ),
    ("L'ONG demande au gouvernement de publier les contrats miniers.", ["request: L'ONG demande au gouvernement de publier les contrats miniers"]),
    (
        "Le groupe hôtelier ouvrira trois établissements à Dakar et prévoit d'en ouvrir deux autres à Thiès.",
        ["plan: Le groupe hôtelier ouvrira trois établissements à Dakar", "plan: prévoit d'en ouvrir deux autres à Thiès"],
    ),
    (
        "Un fonds de garantie sera mis en place pour les petites entreprises.",
        ["plan: Un fonds de garantie sera mis en place pour les petites entreprises"],
    ),
    (
        "Le gouverneur a instruit les maires de recenser les constructions illégales.",
        ["directive: Le gouverneur a instruit les maires de recenser les constructions illégales"],
    ),
    ("La fédération propose que le tournoi passe à seize équipes.", ["request: La fédération propose que le tournoi passe à seize équipes"]),
    ("Les pêcheurs devront respecter un repos biologique d'un mois.", ["directive: Les pêcheurs devront respecter un repos biologique d'un mois"]),
    ("« Nous ne céderons pas au chantage », a martelé le porte-parole.", ["plan: Nous ne céderons pas au chantage"]),
    ("Selon l'accord, les deux marines partageront leurs données radar.", ["plan: les deux marines partageront leurs données radar"]),
    ("La Norvège s'est dite prête à accueillir les négociations.", ["pledge: La Norvège s'est dite prête à accueillir les négociations"]),
    (
        "Lors de sa visite à Lomé, le ministre a promis que les tarifs seraient réduits.",
        ["pledge: le ministre a promis que les tarifs seraient réduits"],
    ),
    (
        "Le tribunal a ordonné à l'État de verser 2 millions d'euros aux familles.",
        ["directive: Le tribunal a ordonné à l'État de verser 2 millions d'euros aux familles"],
    ),
    (
        "« Notre objectif est de vacciner 90 % des enfants d'ici décembre », a déclaré la directrice.",
        ["target: Notre objectif est de vacciner 90 % des enfants d'ici décembre"],
    ),
    (
        "Le chef de l'opposition a réclamé la libération des prisonniers.",
        ["request: Le chef de l'opposition a réclamé la libération des prisonniers"],
    ),
    ("Le FMI recommande de réduire les subventions à l'énergie.", ["request: Le FMI recommande de réduire les subventions à l'énergie"]),
    (
        "Le wali a instruit les services techniques de curer les caniveaux ; de recenser les maisons menacées ; d'ouvrir des abris.",
        [
            "directive: Le wali a instruit les services techniques de curer les caniveaux",
            "directive: recenser les maisons menacées",
            "directive: ouvrir des abris",
        ],
    ),
    ("La compagnie aérienne prévoit d'ouvrir une ligne vers Bamako.", ["plan: La compagnie aérienne prévoit d'ouvrir une ligne vers Bamako"]),
    (
        "Le Parlement européen a appelé la Commission à interdire ces substances.",
        ["request: Le Parlement européen a appelé la Commission à interdire ces substances"],
    ),
    (
        "Les agriculteurs doivent déclarer leurs forages avant le 30 juin, a rappelé la préfecture.",
        ["directive: Les agriculteurs doivent déclarer leurs forages avant le 30 juin"],
    ),
    (
        "Le groupe s'engage à neutraliser ses émissions et à recycler ses déchets.",
        ["pledge: Le groupe s'engage à neutraliser ses émissions et à recycler ses déchets"],
    ),
    (
        "Le président kényan entamera lundi une visite de trois jours à Pékin.",
        ["plan: Le président kényan entamera lundi une visite de trois jours à Pékin"],
    ),
    (
        "Les deux parties se sont mises d'accord sur un échange de prisonniers.",
        ["pledge: Les deux parties se sont mises d'accord sur un échange de prisonniers"],
    ),
    (
        "Le ministère a pour objectif de former 10 000 enseignants d'ici 2028.",
        ["target: Le ministère a pour objectif de former 10 000 enseignants d'ici 2028"],
    ),
    ("La mairie interdit la baignade jusqu'à nouvel ordre.", ["plan: La mairie interdit la baignade jusqu'à nouvel ordre"]),
    (
        "Il est donc indispensable que les banques financent davantage les coopératives.",
        ["directive: Il est donc indispensable que les banques financent davantage les coopératives"],
    ),
    (
        "Orange va déployer la fibre dans vingt villes et recrutera 300 techniciens.",
        ["plan: Orange va déployer la fibre dans vingt villes", "plan: recrutera 300 techniciens"],
    ),
    (
        "Le Premier ministre a souligné la nécessité d'accélérer les réformes.",
        ["directive: Le Premier ministre a souligné la nécessité d'accélérer les réformes"],
    ),
    (
        "Le Burkina Faso et le Niger ont décidé de créer une force conjointe.",
        ["plan: Le Burkina Faso et le Niger ont décidé de créer une force conjointe"],
    ),
    ("Le ministre a affirmé que l'État prendra en charge les frais d'inhumation.", ["plan: l'État prendra en charge les frais d'inhumation"]),
    (
        "La Banque africaine de développement financera le projet à hauteur de 60 milliards de FCFA.",
        ["plan: La Banque africaine de développement financera le projet à hauteur de 60 milliards de FCFA"],
    ),
    ("Les parents d'élèves exigent la réouverture de la cantine.", ["request: Les parents d'élèves exigent la réouverture de la cantine"]),
    (
        "Le gouvernement a demandé aux importateurs de baisser leurs marges et aux commerçants d'afficher les prix.",
        ["directive: Le gouvernement a demandé aux importateurs de baisser leurs marges et aux commerçants d'afficher les prix"],
    ),
    ("L'objectif est d'atteindre 10 millions de touristes en 2030.", ["target: L'objectif est d'atteindre 10 millions de touristes en 2030"]),
    ("Il faudra construire trois barrages, a estimé l'ingénieur.", ["directive: Il faudra construire trois barrages"]),
    ("Le patronat invite le gouvernement à alléger les charges.", ["request: Le patronat invite le gouvernement à alléger les charges"]),
    (
        "La Suisse s'est engagée à verser 15 millions de francs pour la reconstruction.",
        ["pledge: La Suisse s'est engagée à verser 15 millions de francs pour la reconstruction"],
    ),
    ("Le nouveau pont sera mis en service avant l'été.", ["plan: Le nouveau pont sera mis en service avant l'été"]),
    (
        "Toute personne revenant de la zone doit se présenter dans un centre de santé.",
        ["directive: Toute personne revenant de la zone doit se présenter dans un centre de santé"],
    ),
    (
        "Le chef de la diplomatie se rendra à Alger jeudi pour relancer le dialogue.",
        ["plan: Le chef de la diplomatie se rendra à Alger jeudi pour relancer le dialogue"],
    ),
]

NONE = [
    "Le taux de chômage devrait reculer l'an prochain.",
    "Les deux hommes se sont promis de se revoir.",
    "Cette victoire lui permettra de garder son titre.",
    "Il a dû renoncer.",
    "Le public est attendu nombreux.",
    "L'usine emploie 300 personnes.",
    "La pluie va tomber toute la semaine.",
    "Les spectateurs ont demandé le remboursement.",
    "L'inflation devrait atteindre 3 % en fin d'année.",
    "Le FMI prévoit une croissance de 4,5 % l'an prochain.",
    "Le président a exprimé l'espoir que les pourparlers reprennent.",
    "Les services de santé doivent encore améliorer l'accueil des patients.",
    "L'an dernier, la ville a planté 4 000 arbres.",
    "Si la loi est votée, le gouvernement perdra sa majorité.",
    "Il a déclaré que les relations étaient excellentes.",
    "Le festival, qui réunira trente artistes, est organisé chaque été.",
    "Il faut savoir que ce château date du Moyen Âge.",
    "Le prix du blé restera élevé, estiment les analystes.",
    "La première rencontre entra dans l'histoire.",
    "Le ministère publie ces chiffres chaque mois.",
    "Cette découverte permettra de mieux comprendre la maladie.",
    "Il convient de noter que les données sont provisoires.",
    "Le groupe n'a pas accepté de vendre ses parts.",
    "Les exportations ont dépassé l'objectif de 10 %.",
    "La demande de riz augmente depuis trois ans.",
    "Les deux pays entretiennent de bonnes relations depuis 1960.",
    "Il fera beau sur tout le pays.",
    "La situation reste tendue dans le nord.",
    "Le film est sorti mercredi dans les salles.",
    "Les habitants ont dû quitter leurs maisons.",
    "Le tribunal a condamné l'ancien maire à deux ans de prison.",
    "On ne sait pas si le match aura lieu.",
    "La sécheresse risque de s'aggraver.",
    "Ce projet a permis de créer 200 emplois.",
    "Elle espère que son équipe gagnera la coupe.",
    "Le coût de la vie va augmenter, craignent les ménages.",
    "La région compte 2 millions d'habitants.",
    "Promouvoir la lecture est une tâche difficile.",
    "Le virus se propagera si les frontières restent ouvertes.",
    "Le ministre qui lui succédera n'est pas connu.",
    "Les ventes vont continuer de reculer, selon les experts.",
    "Personne ne sait ce que décidera la cour.",
    "Les enfants doivent souvent partager leurs livres.",
    "Il aurait aimé rester.",
    "Le musée compte 3 000 œuvres.",
    "Les habitants espèrent que l'eau reviendra vite.",
    "La rencontre se tiendra à Genève.",
    "Le prix du carburant a doublé en un an.",
    "L'accord prévoit-il des sanctions ?",
    "À partir de janvier, les commerces ne pourront plus distribuer de sacs plastiques.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[str]) -> None:
    assert told(text, "fr") == expected


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert told(text, "fr") == []

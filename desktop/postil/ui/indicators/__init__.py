"""The indicators place: charts of approved values, with the sentences behind each point."""

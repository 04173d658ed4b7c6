"""One editor a field type; a form is made of them."""

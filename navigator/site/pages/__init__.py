"""One module a page: home, routes, policies, services, people, date tables, the wizard, and so on."""

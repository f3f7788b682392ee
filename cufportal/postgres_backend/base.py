"""Django's PostgreSQL backend over the embedded server, which is started when a connection needs it."""

from pathlib import Path

from django.db.backends.postgresql import base

from cufportal.embedded.server import server_in


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params):
        server = server_in(Path(self.settings_dict["EMBEDDED_IN"]))
        return server.connect(lambda: super(DatabaseWrapper, self).get_new_connection(conn_params))

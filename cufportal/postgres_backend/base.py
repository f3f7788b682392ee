"""Django's PostgreSQL backend over the embedded server, which is started when a connection needs it."""

import os
from pathlib import Path

from django.db.backends.postgresql import base, client

from cufportal.embedded.server import server_in
from cufportal.embedded.wheel import programs


class DatabaseClient(client.DatabaseClient):
    def runshell(self, parameters):
        self.connection.ensure_connection()
        os.environ["PATH"] = f"{programs()}{os.pathsep}{os.environ['PATH']}"  # psql comes with the server
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient

    def get_new_connection(self, conn_params):
        server = server_in(Path(self.settings_dict["EMBEDDED_IN"]))
        return server.connect(lambda: super(DatabaseWrapper, self).get_new_connection(conn_params))

"""What is between the portal and its database: it can fall silent, be cut, and come back."""

import socket
import threading
from contextlib import suppress


class Between:
    def __init__(self, host, port):
        self.upstream = (host, port)
        self.flowing, self.sockets = threading.Event(), []
        self.flowing.set()
        self.port = 0
        self.open()

    def open(self):
        self.listener = socket.create_server(("127.0.0.1", self.port), backlog=50)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, args=(self.listener,), daemon=True).start()

    def _accept(self, listener):
        while True:
            try:
                near, _ = listener.accept()
                far = socket.create_connection(self.upstream)
            except OSError:
                return
            self.sockets += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one, other):
        with suppress(OSError):
            while data := one.recv(65_536):
                self.flowing.wait()
                other.sendall(data)
        for each in (one, other):
            each.close()

    def fall_silent(self):
        """Connections stay, new ones are taken, and nothing comes."""
        self.flowing.clear()

    def speak(self):
        self.flowing.set()

    def cut(self):
        """As when the server is stopped."""
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for each in self.sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self.sockets.clear()

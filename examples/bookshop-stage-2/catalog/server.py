"""The catalogue: a list of books over HTTP."""
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.request import urlopen

BOOKS = b'["The Left Hand of Darkness", "Solaris"]'


class Catalog(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header('content-type', 'application/json')
        self.end_headers()
        self.wfile.write(BOOKS)


if __name__ == '__main__':
    if '--check' in sys.argv:
        urlopen('http://127.0.0.1:8080/').read()
    else:
        HTTPServer(('', 8080), Catalog).serve_forever()

"""Rows of a database as HTML with Django on Waitress, its models and templates: as many threads as connections answer
GET /rows?from=A&to=B with a table."""

import pathlib
import secrets
import sqlite3
import sys

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import models
from django.http import Http404
from django.shortcuts import render
from django.urls import path
from waitress import create_server

# as many as the clients' connections, more than Waitress has by default, so that none waits for another
THREADS = 8

DATABASE = pathlib.Path("rows.db")
ROWS = 1000
PHRASES = (
    "plain",
    "salt & pepper",
    "a < b > c",
    'the "best" one',
    "it's new",
    "café crème",
    "日本語",
    "5 € & 5 £",
)
TEMPLATE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Rows {{ first }} to {{ last }}</title></head>
<body>
<table>
<tr><th>Id</th><th>Name</th><th>Note</th><th>Price</th></tr>
{% for r in rows %}<tr><td>{{ r.id }}</td><td>{{ r.name }}</td><td>{{ r.note }}</td><td>{{ r.price }}</td></tr>
{% endfor %}</table>
</body>
</html>"""

LOADERS = [
    ("django.template.loaders.cached.Loader", [("django.template.loaders.locmem.Loader", {"rows.html": TEMPLATE})])
]

settings.configure(
    DEBUG=False,
    SECRET_KEY=secrets.token_hex(),
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    USE_I18N=False,
    # it adds the length, without which Waitress closes the connection
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
    # connections stay open, one for each thread
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATABASE, "CONN_MAX_AGE": None}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"loaders": LOADERS}}],
)
django.setup()


class Item(models.Model):
    name = models.TextField()
    note = models.TextField()
    price = models.IntegerField()

    class Meta:
        app_label = "rows"
        db_table = "items"
        managed = False


def rows():
    """The rows of the table, made from a sequence of random numbers."""
    state = 42

    def draw():
        nonlocal state
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        return state >> 16

    for i in range(1, ROWS + 1):
        note = f"{PHRASES[8 * draw() >> 16]}, {PHRASES[8 * draw() >> 16]}"
        yield i, f"item {i}", note, draw()


def write_table():
    DATABASE.unlink(missing_ok=True)
    connection = sqlite3.connect(DATABASE)
    with connection:
        connection.execute("CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT, note TEXT, price INTEGER)")
        connection.executemany("INSERT INTO items VALUES (?, ?, ?, ?)", rows())
    connection.close()


def answer(request):
    try:
        first = int(request.GET["from"])
        last = int(request.GET["to"])
    except (KeyError, ValueError):
        raise Http404 from None
    found = Item.objects.filter(id__range=(first, last)).order_by("id")
    return render(request, "rows.html", {"first": first, "last": last, "rows": found})


urlpatterns = [path("rows", answer)]


def run():
    write_table()
    app = get_wsgi_application()
    server = create_server(app, host="127.0.0.1", port=0, threads=THREADS, ident=None)
    print(f"port={server.effective_port}", flush=True)
    server.run()


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.stderr.write("usage: rows.django.py <processors>\n")
        sys.exit(2)
    run()


main()

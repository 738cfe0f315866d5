"""The words that open roles are found by: SQLite keeps them in a table of its own, PostgreSQL in indices."""

from django.db import migrations

SQLITE = """
    CREATE VIRTUAL TABLE board_search
    USING fts5(search_words, search_place, tokenize = "unicode61 remove_diacritics 0", prefix = '2 3')
"""
COLUMNS = ("search_words", "search_place")


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(SQLITE)
        schema_editor.execute(
            "INSERT INTO board_search (rowid, search_words, search_place)"
            " SELECT id, search_words, search_place FROM board_publication"
        )
    for column in COLUMNS if schema_editor.connection.vendor == "postgresql" else ():
        schema_editor.execute(
            f"CREATE INDEX board_{column} ON board_publication USING gin (to_tsvector('simple', {column}))"
        )


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE board_search")
    for column in COLUMNS if schema_editor.connection.vendor == "postgresql" else ():
        schema_editor.execute(f"DROP INDEX board_{column}")


class Migration(migrations.Migration):
    dependencies = [("board", "0002_consultants_hold")]

    operations = [migrations.RunPython(make, drop)]

"""Publications by the thousand, made by SQL of one that the portal has made: the benchmark's large boards."""

from django.db import connection, transaction

from roles.board.models import Publication
from roles.board.models.publications import ALPHABET
from roles.models import Posting

# So many of the newest have all their words, for the feeds; of the others only what lists and search read.
WHOLE = 500


def fill(start: int, end: int) -> None:
    """Add listed publications number `start` + 1 to `end`, each of a posting of nobody, and analyse the tables."""
    lite = connection.vendor == "sqlite"
    number = (
        f"WITH RECURSIVE series(n) AS (SELECT {start + 1} UNION ALL SELECT n + 1 FROM series WHERE n < {end}) "
        if lite
        else f"WITH series AS (SELECT n FROM generate_series({start + 1}, {end}) AS n) "
    )
    key = "printf('%032x', n)" if lite else "lpad(to_hex(n), 32, '0')::uuid"
    digits = "printf('%010d', n)" if lite else "lpad(n::text, 10, '0')"
    for digit in range(10):
        digits = f"replace({digits}, '{digit}', '{ALPHABET[-1 - digit]}')"
    blob = "X''" if lite else "''::bytea"
    whole = f"n > {end - WHOLE}"
    postings = {"id": key, "owner_id": "NULL", "secret": "'filler' || n", "document_data": "'{}'", "brief_data": "'{}'"}
    publications = {"short_id": digits, "posting_id": key, "search_words": "t.search_words || ' quay' || n"}
    publications |= {"document_data": f"CASE WHEN {whole} THEN t.document_data ELSE '{{}}' END"}
    publications |= {
        name: f"CASE WHEN {whole} THEN t.{name} ELSE {blob} END" for name in ("page", "closed_page", "embed")
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT MAX(id) FROM board_publication")
        (last,) = cursor.fetchone()
        oldest = "ORDER BY id LIMIT 1"
        for model, made, template in (
            (Posting, postings, "WHERE id = (SELECT posting_id FROM board_publication ORDER BY id LIMIT 1)"),
            (Publication, publications, oldest),
        ):
            table = model._meta.db_table
            columns = [field.column for field in model._meta.concrete_fields]
            if model is Publication:
                columns.remove("id")
            values = ", ".join(made.get(column, f"t.{column}") for column in columns)
            cursor.execute(
                f"{number}INSERT INTO {table} ({', '.join(columns)}) SELECT {values} "
                f"FROM series, (SELECT * FROM {table} {template}) AS t"
                if not lite
                else f"INSERT INTO {table} ({', '.join(columns)}) {number}SELECT {values} "
                f"FROM series, (SELECT * FROM {table} {template}) AS t"
            )
        if lite:
            cursor.execute(
                "INSERT INTO board_search (rowid, search_words, search_place) "
                f"SELECT id, search_words, search_place FROM board_publication WHERE id > {last}"
            )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if lite else "VACUUM ANALYZE")

"""The first parts of the addresses that are not public: search engines are kept out of all that is below them."""

ADMIN = "admin/"
ACCOUNTS = "accounts/"
POSTINGS = "postings/"
PRIVATE = "private/"

NOT_FOR_SEARCH = tuple(f"/{prefix}" for prefix in (ADMIN, ACCOUNTS, POSTINGS, PRIVATE))

"""The first parts of the addresses that are not public: search engines are kept out of all that is below them."""

ADMIN = "admin/"
ACCOUNTS = "accounts/"
POSTINGS = "postings/"
PRIVATE = "private/"
SHARED = "shared/"
# Public, and below it whatever is of one publication.
JOBS = "jobs/"
# What begins so, and the home page, may be a page that everybody gets alike.
PUBLIC = (f"/{JOBS}", "/roles/", "/compare/", "/which-role/")

NOT_FOR_SEARCH = tuple(f"/{prefix}" for prefix in (ADMIN, ACCOUNTS, POSTINGS, PRIVATE, SHARED))

# What follows one of these is a secret: whoever has it may do what it opens.
SECRET = tuple(f"/{prefix}" for prefix in (PRIVATE, SHARED))

"""The public pages. A posting is never among them."""

from itertools import combinations

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from .models import RoleVersion


class Pages(Sitemap):
    def items(self):
        return ["home", "which_role", "compare", "start", "review"]

    def location(self, item):
        return reverse(item)


class Roles(Sitemap):
    """The page of each role on offer, and that of each two of them side by side: all from one query."""

    def items(self):
        roles = list(RoleVersion.objects.on_offer().values("role__slug", "published_at", "public_from"))
        return [(role,) for role in roles] + list(combinations(roles, 2))

    def location(self, item):
        return reverse("role_detail" if len(item) == 1 else "compare_two", args=[role["role__slug"] for role in item])

    def lastmod(self, item):
        return max(role["public_from"] or role["published_at"] for role in item)


SITEMAPS = {"pages": Pages, "roles": Roles}

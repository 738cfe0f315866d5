"""The public pages. A posting is never among them."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from .models import RoleVersion


class Pages(Sitemap):
    def items(self):
        return ["home", "which_role", "compare", "start", "review"]

    def location(self, item):
        return reverse(item)


class Roles(Sitemap):
    def items(self):
        return list(RoleVersion.objects.on_offer().values("role__slug", "published_at", "public_from"))

    def location(self, item):
        return reverse("role_detail", args=[item["role__slug"]])

    def lastmod(self, item):
        return item["public_from"] or item["published_at"]


SITEMAPS = {"pages": Pages, "roles": Roles}

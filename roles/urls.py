from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from .addresses import ACCOUNTS, ADMIN, POSTINGS, PRIVATE
from .sitemaps import SITEMAPS
from .views import (
    account,
    brands,
    brief,
    finder,
    markets,
    my_postings,
    pages,
    postings,
    probes,
    review,
    versions,
    workshop,
)

posting_urls = [
    path("", my_postings.posting_list, name="posting_list"),
    path("archived/", my_postings.posting_list, {"shelf": "archived"}, name="posting_list_archived"),
    path("deleted/", my_postings.posting_list, {"shelf": "deleted"}, name="posting_list_deleted"),
    path("<uuid:posting_id>/duplicate/", my_postings.posting_duplicate, name="posting_duplicate"),
    path("<uuid:posting_id>/rename/", my_postings.posting_rename, name="posting_rename"),
    path("<uuid:posting_id>/archive/", my_postings.posting_archive, name="posting_archive"),
    path("<uuid:posting_id>/unarchive/", my_postings.posting_unarchive, name="posting_unarchive"),
    path("<uuid:posting_id>/delete/", my_postings.posting_delete, name="posting_delete"),
    path("<uuid:posting_id>/restore/", my_postings.posting_restore, name="posting_restore"),
    path("<uuid:posting_id>/email-link/", my_postings.posting_email_link, name="posting_email_link"),
    path("<uuid:posting_id>/", postings.posting_detail, name="posting_detail"),
    path("<uuid:posting_id>/brief/", brief.posting_edit, name="posting_edit"),
    path("<uuid:posting_id>/brief/preview/", brief.posting_edit_preview, name="posting_edit_preview"),
    path("<uuid:posting_id>/edit/", workshop.posting_workshop, name="posting_workshop"),
    path("<uuid:posting_id>/review/", review.posting_review, name="posting_review"),
    path("<uuid:posting_id>/switch/", versions.posting_switch, name="posting_switch"),
    path("<uuid:posting_id>/updates/", versions.posting_updates, name="posting_updates"),
    path("<uuid:posting_id>/markets/", markets.posting_markets, name="posting_markets"),
    path("<uuid:posting_id>/brand/", brands.posting_brand, name="posting_brand"),
    path("<uuid:posting_id>/brand/logo.png", brands.posting_logo, name="posting_logo"),
    path("<uuid:posting_id>/export.<slug:extension>", postings.posting_export, name="posting_export"),
]

urlpatterns = [
    path("", pages.home, name="home"),
    path("which-role/", finder.which_role, name="which_role"),
    path("compare/", finder.compare, name="compare"),
    path("roles/<slug:slug>/", pages.role_detail, name="role_detail"),
    path("roles/<slug:slug>/brief/", brief.posting_new, name="posting_new"),
    path("roles/<slug:slug>/brief/preview/", brief.posting_preview, name="posting_preview"),
    path("review/", review.review_pasted, name="review"),
    path(POSTINGS, include(posting_urls)),
    path(f"{PRIVATE}<str:secret>/", postings.posting_open, name="posting_open"),
    path(f"{ACCOUNTS}delete/", account.account_delete, name="account_delete"),
    path(ACCOUNTS, include("allauth.urls")),
    path(ADMIN, admin.site.urls),
    *(path(name, view, name=name) for name, view in probes.PROBES.items()),
    path("robots.txt", pages.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]

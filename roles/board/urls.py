"""The public addresses; those of an owner are below her posting's."""

from django.urls import path, register_converter

from .converters import ShortId
from .views import embeds, feeds, lists, owner, public, reports

register_converter(ShortId, "short_id")

job_urls = [
    path("", lists.jobs, name="jobs"),
    path("by/<slug:firm>/", lists.jobs_by, name="jobs_by"),
    path("by/<slug:firm>/feeds/<str:dialect>", feeds.jobs_by_feed, name="jobs_by_feed"),
    path("feeds/<str:dialect>", feeds.jobs_feed, name="jobs_feed"),
    path("oembed/", embeds.jobs_oembed, name="jobs_oembed"),
    path("sitemap.xml", feeds.jobs_sitemap, name="jobs_sitemap"),
    path("<short_id:short_id>/", public.job, {"slug": ""}, name="job_short"),
    path("<short_id:short_id>/<slug:slug>/", public.job, name="job"),
    path("<short_id:short_id>/<slug:slug>/apply/", public.job_apply, name="job_apply"),
    path("<short_id:short_id>/<slug:slug>/posting.txt", public.job_text, name="job_text"),
    path("<short_id:short_id>/<slug:slug>/logo.png", public.job_logo, name="job_logo"),
    path("<short_id:short_id>/<slug:slug>/posting.html", embeds.job_fragment, name="job_fragment"),
    path("<short_id:short_id>/<slug:slug>/embed/", embeds.job_embed, name="job_embed"),
    path("<short_id:short_id>/<slug:slug>/report/", reports.job_report, name="job_report"),
]

posting_urls = [
    path("<uuid:posting_id>/publish/", owner.posting_publish, name="posting_publish"),
    path("<uuid:posting_id>/publish/preview/", owner.posting_publish_preview, name="posting_publish_preview"),
    path("<uuid:posting_id>/poster.pdf", owner.posting_poster, name="posting_poster"),
]

from functools import cache

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedModulesStorage(CompressedManifestStaticFilesStorage):
    """Compressed, with hashed names, and those names in the imports of the script modules too."""

    support_js_module_import_aggregation = True

    @cache  # noqa: B019 - there is one, and a page asks for nine of its files
    def url(self, name, force=False):
        return super().url(name, force)

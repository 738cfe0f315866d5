from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedModulesStorage(CompressedManifestStaticFilesStorage):
    """Compressed, with hashed names, and those names in the imports of the script modules too."""

    support_js_module_import_aggregation = True

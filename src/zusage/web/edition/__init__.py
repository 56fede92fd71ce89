"""The static edition: the pages as plain files, asked of the application itself and linked with each other as files."""

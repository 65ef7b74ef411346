"""What must be true of the written layers; each finding is one line."""

import math

from osgeo import gdal
from shapely.geometry import Point

from .writing import read_layer

# Fewest and most features of each layer.
COUNTS = {
    "countries_110m": (170, 185), "countries_50m": (235, 250), "countries_10m": (240, 252), "land_110m": (120, 140),
    "land_50m": (1300, 1500), "land_10m": (4000, 6500), "coast_110m": (120, 160), "coast_50m": (1300, 1600),
    "coast_10m": (3800, 4800), "water_110m": (20, 40), "water_50m": (350, 450), "water_10m": (1200, 1400),
    "rivers_50m": (440, 480), "rivers_10m": (1400, 1500), "borders_110m": (150, 400), "borders_50m": (250, 700),
    "borders_10m": (280, 900), "disputed": (60, 400), "disputed_areas": (50, 90), "admin1_10m": (4500, 4620), "admin1_lines": (8000, 12000),
    "places": (9000, 16000), "marine": (60, 140), "seas": (161, 200), "islands": (600, 800), "landforms": (330, 450),
}
OVER_THE_ANTIMERIDIAN = {"landforms"}   # axes run on
TOTAL_MB = 42
LAND_KM2 = (144e6, 150e6)
SEEN = [("countries_10m", "name", n) for n in ("Türkiye", "Czechia", "North Macedonia", "Azerbaijan", "Eswatini")]
SEEN += [("places", "name", n) for n in ("Baku", "Yerevan", "Tbilisi", "Astana", "Aktau", "Khankendi", "Lachin", "Istanbul",
                                         "Ankara", "Sarajevo", "Sofia", "Kyiv", "Odesa", "Batumi", "Poti", "Kars", "Turkmenbashi")]
SEEN += [("admin1_10m", "name", n) for n in ("Lachin", "Lankaran", "Khankendi", "Kalbajar", "Nakhchivan")]
SEEN += [("water_10m", "name", n) for n in ("Caspian Sea", "Lake Van", "Vänern")]
SEEN += [("rivers_10m", "name", n) for n in ("Kızılırmak", "Danube", "Volga", "Kura", "Werra", "Ubangi")]
# A place, a day, and as which disputed area it is told of then; "" where it is nobody's question.
CLAIMED = [
    (77.58, 34.16, "2024-06-01", "Ladakh"), (74.80, 34.09, "2024-06-01", "Jammu and Kashmir (India-administered)"), (77.21, 28.61, "2024-06-01", ""),
    (73.47, 34.37, "2024-06-01", "Azad Kashmir (Pakistan-administered)"), (74.31, 35.92, "2024-06-01", "Gilgit-Baltistan"), (72.36, 34.77, "2024-06-01", ""),
    (79.50, 35.20, "2024-06-01", "Aksai Chin"), (76.60, 36.00, "2024-06-01", "Shaksgam"), (77.10, 35.40, "2024-06-01", "Siachen Glacier"),
    (93.62, 27.09, "2024-06-01", "Arunachal Pradesh"), (95.33, 28.07, "2024-06-01", "Arunachal Pradesh"), (91.74, 26.14, "2024-06-01", ""), (88.96, 27.29, "2024-06-01", "Doklam"),
    (37.80, 48.00, "2014-06-01", ""), (37.80, 48.00, "2018-06-01", "Parts of Donetsk and Luhansk"), (37.80, 48.00, "2022-06-01", "Donetsk"), (37.80, 48.00, "2022-10-01", "Donetsk"),
    (39.31, 48.57, "2022-06-01", "Luhansk"), (39.31, 48.57, "2022-10-01", "Luhansk"), (35.14, 47.84, "2022-09-29", ""), (35.14, 47.84, "2022-10-01", "Zaporizhzhia"),
    (32.61, 46.64, "2024-06-01", "Kherson"), (36.23, 50.00, "2024-06-01", ""), (34.10, 44.95, "2024-06-01", "Crimea"), (34.10, 44.95, "2014-03-01", ""),
    (46.75, 39.82, "2010-01-01", "Nagorno-Karabakh and districts around it"), (46.75, 39.82, "2024-06-01", ""),
    (29.63, 46.84, "2024-06-01", "Transnistria"), (28.86, 47.01, "2024-06-01", ""), (41.02, 43.00, "2024-06-01", "Abkhazia"),
    (43.97, 42.23, "2024-06-01", "South Ossetia"), (21.16, 42.66, "2024-06-01", "Kosovo"), (33.36, 35.25, "2024-06-01", "Northern Cyprus"),
    (-13.20, 27.10, "2024-06-01", "Western Sahara"), (-10.50, 27.40, "2024-06-01", "Western Sahara"), (-9.60, 30.40, "2024-06-01", ""),
    (44.06, 9.56, "2024-06-01", "Somaliland"), (28.40, 9.60, "2024-06-01", "Abyei"), (36.50, 22.30, "2024-06-01", "Halaib"),
    (34.00, 22.60, "2024-06-01", ""), (33.75, 21.88, "2024-06-01", "Bir Tawil"), (35.30, 4.80, "2024-06-01", "Ilemi Triangle"), (35.60, 5.20, "2024-06-01", "Ilemi Triangle"),
    (35.80, 33.00, "2024-06-01", "Golan"), (35.68, 33.29, "2024-06-01", "Shebaa Farms"), (35.50, 33.00, "2024-06-01", ""),
    (35.235, 31.777, "2024-06-01", "East Jerusalem"), (35.215, 31.78, "2024-06-01", ""), (35.187, 31.731, "2024-06-01", "East Jerusalem"), (35.187, 31.752, "2024-06-01", ""), (35.20, 31.90, "2024-06-01", "West Bank"), (34.45, 31.50, "2024-06-01", "Gaza"),
    (-59.90, 5.50, "2024-06-01", "Essequibo"), (-57.90, -51.69, "2024-06-01", "Falkland Islands (Malvinas)"), (-5.345, 36.130, "2024-06-01", "Gibraltar"),
    (-7.101, 38.686, "2024-06-01", "Olivenza"), (-7.17, 38.53, "2024-06-01", ""), (147.80, 45.00, "2024-06-01", "Southern Kuril Islands (Northern Territories)"), (131.87, 37.24, "2024-06-01", "Liancourt Rocks (Dokdo, Takeshima)"),
    (123.50, 25.75, "2024-06-01", "Senkaku Islands (Diaoyu)"), (112.33, 16.83, "2024-06-01", "Paracel Islands"), (114.37, 10.38, "2024-06-01", "Spratly Islands"),
    (115.87, 9.73, "2024-06-01", "Second Thomas Shoal"), (-61.13, 6.72, "2024-06-01", "Ankoko Island"), (-36.51, -54.28, "2024-06-01", "South Georgia and the South Sandwich Islands"),
    (72.42, -7.32, "2024-06-01", "Chagos Archipelago"), (116.50, 5.50, "2024-06-01", "Sabah"), (113.99, 4.39, "2024-06-01", ""), (80.90, 30.22, "2024-06-01", "Kalapani and Limpiyadhura"),
    (104.68, 14.39, "2024-06-01", "Preah Vihear and around"), (91.90, 27.35, "2024-06-01", "Sakteng"), (24.20, 9.20, "2024-06-01", "Kafia Kingi"),
    (47.30, -11.55, "2024-06-01", "Scattered Islands (Îles Éparses)"), (54.52, -15.89, "2024-06-01", "Tromelin"),
]
# A place and the name of its division on the map; "" where no division of today can be made of the source's.
DIVISIONS = [
    (74.31, 35.92, "Gilgit-Baltistan"), (70.07, 33.00, "Khyber Pakhtunkhwa"), (71.58, 34.01, "Khyber Pakhtunkhwa"), (67.00, 30.20, "Balochistan"),
    (85.32, 27.71, ""), (36.82, -1.29, "Nairobi"), (39.67, -4.05, ""), (13.46, -5.83, "Kongo Central"), (27.48, -11.66, ""), (29.22, -1.68, "North Kivu"),
    (10.99, 59.90, "Akershus"), (10.40, 63.43, "Trøndelag"), (11.50, 64.01, "Trøndelag"), (8.00, 58.15, "Agder"), (8.77, 58.46, "Agder"),
    (80.25, 50.42, ""), (71.43, 51.13, "Astana"), (69.60, 42.32, "Turkistan"), (138.95, -4.10, ""), (106.60, -6.30, "Banten"), (110.40, -7.00, "Central Java"),
    (106.60, 17.47, "Quảng Trị"), (107.10, 16.80, "Quảng Trị"), (106.70, 10.78, "Ho Chi Minh City"), (105.84, 22.14, "Thái Nguyên"), (107.10, 11.00, "Đồng Nai"),
    (-0.29, 27.87, ""), (-8.00, 31.63, ""), (22.45, 13.45, "West Darfur"), (44.39, 35.47, "Kirkuk"), (69.62, 40.28, "Sughd"), (11.58, 48.14, "Bavaria"),
    (-58.16, 6.78, "Demerara-Mahaica"), (-59.80, 3.38, "Upper Takutu-Upper Essequibo"), (38.93, 15.33, "Maekel"), (38.48, 16.67, "Semenawi Keyih Bahri"), (-78.62, -1.25, "Tungurahua"),
    (29.93, -3.43, "Gitega"), (29.30, -3.20, "Bujumbura"), (26.90, 55.95, "Augšdaugava"), (25.42, 57.70, "Valmiera"), (-5.93, 54.60, "Belfast"), (-7.32, 54.99, "Derry City and Strabane"),
    (-7.86, 52.68, "Tipperary"), (-7.55, 7.41, "Montagnes"), (29.17, 47.26, "Dubăsari"), (91.12, 29.65, "Tibet"), (13.19, 32.88, "Tripoli"), (-3.09, 54.66, "Cumbria"), (17.05, -14.66, ""),
]
UNDASHED = [("ARM", "AZE"), ("KOS", "SRB"), ("CYN", "CYP"), ("AFG", "PAK")]


def check_all(base):
    problems = []
    layers = {}
    for name, (fewest, most) in COUNTS.items():
        path = base / f"{name}.fgb"
        if not path.exists():
            problems.append(f"{name}: missing")
            continue
        layers[name] = list(read_layer(path))
        if not fewest <= len(layers[name]) <= most:
            problems.append(f"{name}: {len(layers[name])} features, expected {fewest} to {most}")
        problems += [f"{name}: {p}" for p in faults(layers[name], 360 if name in OVER_THE_ANTIMERIDIAN else 180)]
        problems += [f"{name}: {p}" for p in reference(path)]
    total = sum(p.stat().st_size for p in base.glob("*.fgb")) / 1e6
    if total > TOTAL_MB:
        problems.append(f"all layers: {total:.1f} MB, more than {TOTAL_MB}")
    if not problems:
        problems += names_and_borders(layers) + list(claimed(layers["disputed_areas"])) + list(labelled(layers["admin1_10m"])) + frames(layers) + coincidence(layers)
    print(f"checked {len(layers)} layers, {total:.1f} MB: {'good' if not problems else f'{len(problems)} problems'}")
    return problems


def reference(path):
    dataset = gdal.OpenEx(str(path))
    srs = dataset.GetLayer(0).GetSpatialRef()
    if srs is None or srs.GetAuthorityCode(None) != "4326":
        yield "not in EPSG:4326"


def faults(features, farthest_east):
    for number, (geometry, values) in enumerate(features):
        if geometry is None or geometry.is_empty:
            yield f"feature {number} is empty"
            continue
        west, south, east, north = geometry.bounds
        if not all(map(math.isfinite, geometry.bounds)) or west < -180 or east > farthest_east or south < -90 or north > 90:
            yield f"feature {number} lies outside the world: {geometry.bounds}"
        if not geometry.is_valid:
            yield f"feature {number} ({values.get('name', '')}) is not valid"
        for key, value in values.items():
            if isinstance(value, str) and ("\ufffd" in value or "?" in value or value != value.strip()):
                yield f"feature {number}: {key} is '{value}'"


def names_and_borders(layers):
    problems = [f"{layer}: no {key} '{value}'" for layer, key, value in SEEN
                if not any(v[key] == value for _, v in layers[layer])]
    for scale in ("110m", "50m", "10m"):
        pairs = {(v["left"], v["right"]) for _, v in layers[f"borders_{scale}"]}
        problems += [f"borders_{scale}: {a}-{b} must only be in disputed" for a, b in UNDASHED if (a, b) in pairs]
        if not any(v["name"] == "Caspian Sea" for _, v in layers[f"water_{scale}"]):
            problems.append(f"water_{scale}: no Caspian Sea")
        area = sum(v["area_km2"] for _, v in layers[f"land_{scale}"])
        if not LAND_KM2[0] <= area <= LAND_KM2[1]:
            problems.append(f"land_{scale}: {area / 1e6:.1f} million km²")
    problems += [f"{name}: '{v['name']}' does not say who claims what" for name in ("disputed", "disputed_areas")
                 for _, v in layers[name] if not v["claims"]]
    ended = [v for _, v in layers["disputed"] if "Nagorno-Karabakh" in v["name"]]
    if not ended or any(v["end"] != "2020-11-10" for v in ended):
        problems.append("disputed: the line of 1994 must end on 2020-11-10")
    return problems


def claimed(areas):
    """As the program finds them: of the areas there that are valid on the day the smallest."""
    for lon, lat, day, name in CLAIMED:
        there = [(g.area, v["name"]) for g, v in areas if (v["begin"] or "") <= day < (v["end"] or "9999") and g.contains(Point(lon, lat))]
        _, found = min(there, default=(0, ""))
        if found != name:
            yield f"disputed_areas: {lon}, {lat} on {day} is in '{found}', not '{name}'"


def labelled(divisions):
    for lon, lat, name in DIVISIONS:
        found = [v["name"] for g, v in divisions if not v["until"] and g.contains(Point(lon, lat))]
        if found != ([name] if name else []):
            yield f"admin1_10m: at {lon}, {lat} the map names {found}, not '{name}'"


def lines_of(geometry):
    return [geometry] if geometry.geom_type == "LineString" else list(geometry.geoms)


def frames(layers):
    """No line runs along the antimeridian or across the map."""
    for name in layers:
        if name == "disputed_areas" or not name.startswith(("coast", "borders", "disputed", "admin1_lines", "rivers")):
            continue
        for geometry, _ in layers[name]:
            for line in lines_of(geometry):
                points = list(line.coords)
                for a, b in zip(points, points[1:]):
                    if abs(a[0]) > 179.99 and abs(b[0]) > 179.99:
                        return [f"{name}: a line along the antimeridian at {a}"]
                    if abs(b[0] - a[0]) > 20 or (a[1] < -89.9 and b[1] < -89.9):
                        return [f"{name}: a line across the map at {a}"]
    return []


def coincidence(layers):
    """Borders are edges of the country polygons of their scale."""
    problems = []
    for scale in ("110m", "50m", "10m"):
        corners = set()
        for geometry, _ in layers[f"countries_{scale}"]:
            for part in getattr(geometry, "geoms", [geometry]):
                for ring in (part.exterior, *part.interiors):
                    corners.update((round(x, 7), round(y, 7)) for x, y in ring.coords)
        points = [(round(x, 7), round(y, 7)) for g, _ in layers[f"borders_{scale}"] for l in lines_of(g) for x, y in l.coords]
        off = sum(p not in corners for p in points)
        if off > len(points) * 0.002:
            problems.append(f"borders_{scale}: {off} of {len(points)} points are not on a country's edge")
    return problems

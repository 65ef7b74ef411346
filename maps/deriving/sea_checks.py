"""What must be true of the waters of seas.fgb; each finding is one line."""

from shapely.geometry import Point
from shapely.ops import nearest_points

from . import seas
from .writing import read_layer

NEAR = 0.25     # of its radius: as far from its water may a point of the overlay lie
# A water of the overlay that has no row in the tables, and why.
WITHOUT = {f"dl:{part}-{ocean}-ocean": "cut from its ocean when the map is baked"
           for ocean, parts in {"pacific": "north south west east northwest northeast southwest southeast", "atlantic": "north south",
                                "indian": "north south west east northwest"}.items() for part in parts.split()}
# A place, the waters it lies in, and some that it must not lie in.
PLACES = [
    ("Gdynia roads", 18.8, 54.5, "baltic-sea gulf-of-gdansk", "gulf-of-riga"),
    ("Nord Stream off Bornholm", 15.79, 55.54, "baltic-sea", "north-sea kattegat oresund"),
    ("off Oulu", 24.5, 65.1, "baltic-sea gulf-of-bothnia", "gulf-of-finland white-sea"),
    ("Balticconnector", 24.6, 59.6, "baltic-sea gulf-of-finland", "gulf-of-riga gulf-of-bothnia"),
    ("off Ruhnu", 23.5, 57.65, "baltic-sea gulf-of-riga", "gulf-of-finland"),
    ("off Anholt", 11.2, 56.85, "kattegat", "skagerrak baltic-sea north-sea great-belt"),
    ("Öresund Bridge", 12.8, 55.58, "oresund", "baltic-sea kattegat"),
    ("Great Belt Bridge", 10.98, 55.34, "great-belt", "baltic-sea kattegat oresund"),
    ("off Arendal", 9.0, 58.2, "skagerrak", "north-sea kattegat"),
    ("Dogger Bank", 2.5, 55.0, "north-sea", "english-channel norwegian-sea"),
    ("Heligoland", 7.7, 54.2, "north-sea", "wadden-sea baltic-sea"),
    ("off Cherbourg", -1.5, 50.2, "english-channel", "solent north-sea strait-of-dover celtic-sea"),
    ("off Cowes", -1.3, 50.79, "solent english-channel", "north-sea"),
    ("between Dover and Calais", 1.5, 51.0, "strait-of-dover english-channel", "north-sea"),
    ("off Douglas", -4.2, 54.1, "irish-sea", "morecambe-bay celtic-sea cardigan-bay"),
    ("south of Cork", -8.3, 51.3, "celtic-sea", "irish-sea bristol-channel bay-of-biscay"),
    ("off Swansea", -4.0, 51.45, "bristol-channel", "celtic-sea cardigan-bay"),
    ("off Santander", -3.8, 44.0, "bay-of-biscay", "celtic-sea"),
    ("off Leith", -3.1, 56.05, "firth-of-forth north-sea", "moray-firth"),
    ("between Iceland and the Faroes", -10.0, 63.5, "giuk-gap", "norwegian-sea north-sea greenland-sea"),
    ("off Lofoten", 8.0, 68.5, "norwegian-sea", "greenland-sea barents-sea arctic-ocean north-sea"),
    ("the East Greenland Current", -8.0, 75.0, "greenland-sea", "norwegian-sea arctic-ocean"),
    ("off Murmansk", 34.0, 70.0, "barents-sea arctic-ocean", "white-sea norwegian-sea kara-sea"),
    ("off Severodvinsk", 39.0, 65.0, "white-sea", "barents-sea arctic-ocean"),
    ("off Sabetta", 73.0, 71.5, "kara-sea arctic-ocean", "barents-sea laptev-sea"),
    ("off the Lena's mouths", 125.0, 75.0, "laptev-sea arctic-ocean", "kara-sea east-siberian-sea"),
    ("off Pevek", 169.5, 70.5, "east-siberian-sea arctic-ocean", "laptev-sea"),
    ("the Pole", 20.0, 89.5, "arctic-ocean", "barents-sea greenland-sea"),
    ("off Magadan", 150.0, 58.0, "sea-of-okhotsk", "sea-of-japan"),
    ("off Vladivostok", 132.2, 42.3, "sea-of-japan", "sea-of-okhotsk korea-strait yellow-sea"),
    ("off Busan", 129.1, 34.9, "korea-strait sea-of-japan", "tsushima-strait east-china-sea yellow-sea"),
    ("off Iki", 130.0, 34.1, "tsushima-strait korea-strait", "east-china-sea"),
    ("off Qingdao", 121.5, 35.5, "yellow-sea", "bohai-sea east-china-sea"),
    ("off Tianjin", 118.5, 38.8, "bohai-sea yellow-sea", "east-china-sea"),
    ("the Senkaku Islands", 123.6, 25.85, "east-china-sea", "south-china-sea philippine-sea taiwan-strait"),
    ("between Xiamen and Penghu", 118.9, 24.0, "taiwan-strait south-china-sea", "east-china-sea philippine-sea"),
    ("Second Thomas Shoal", 115.87, 9.73, "south-china-sea", "sulu-sea gulf-of-thailand philippine-sea"),
    ("Scarborough Shoal", 117.76, 15.15, "south-china-sea", "philippine-sea manila-bay luzon-strait"),
    ("the Paracel Islands", 112.0, 16.4, "south-china-sea", "gulf-of-tonkin"),
    ("off Haiphong", 107.2, 20.3, "gulf-of-tonkin south-china-sea", "gulf-of-thailand"),
    ("off Sihanoukville", 102.9, 10.4, "gulf-of-thailand", "south-china-sea andaman-sea"),
    ("Benham Rise", 124.5, 17.0, "philippine-sea", "south-china-sea luzon-strait"),
    ("off Cagayancillo", 121.3, 9.7, "sulu-sea", "south-china-sea philippine-sea celebes-sea"),
    ("north of Manado", 124.3, 3.0, "celebes-sea", "molucca-sea sulu-sea philippine-sea"),
    ("off Balikpapan", 117.8, -1.5, "makassar-strait", "java-sea celebes-sea"),
    ("west of Ternate", 126.7, 0.8, "molucca-sea", "celebes-sea banda-sea"),
    ("south of Ambon", 128.0, -4.5, "banda-sea", "molucca-sea arafura-sea"),
    ("off Semarang", 110.4, -6.0, "java-sea", "south-china-sea sunda-strait makassar-strait"),
    ("off Aru", 133.5, -6.5, "arafura-sea", "banda-sea timor-sea"),
    ("off Darwin", 129.5, -12.0, "timor-sea", "arafura-sea indian-ocean"),
    ("off Thursday Island", 142.0, -10.4, "torres-strait coral-sea", "gulf-of-carpentaria arafura-sea"),
    ("off Krakatoa", 105.6, -6.2, "sunda-strait", "java-sea indian-ocean"),
    ("off Port Klang", 100.9, 3.0, "strait-of-malacca", "andaman-sea south-china-sea"),
    ("off Sentosa", 103.8, 1.2, "singapore-strait", "strait-of-malacca south-china-sea johor-strait"),
    ("off Cairns", 147.5, -17.0, "coral-sea", "tasman-sea gulf-of-carpentaria"),
    ("off Sydney", 152.5, -34.0, "tasman-sea", "coral-sea bass-strait"),
    ("off Devonport", 146.4, -40.5, "bass-strait", "tasman-sea indian-ocean"),
    ("between Wellington and Picton", 174.5, -41.25, "cook-strait tasman-sea", "coral-sea"),
    ("off Port Blair", 93.5, 11.7, "andaman-sea", "bay-of-bengal strait-of-malacca"),
    ("off Chennai", 81.5, 13.0, "bay-of-bengal indian-ocean", "andaman-sea arabian-sea palk-strait"),
    ("off Mumbai", 72.0, 18.8, "arabian-sea indian-ocean", "bay-of-bengal gulf-of-oman"),
    ("Diego Garcia", 72.0, -7.8, "indian-ocean", "arabian-sea southern-ocean"),
    ("west of Mayotte", 44.2, -13.2, "mozambique-channel indian-ocean", "arabian-sea"),
    ("off Lagos", 3.4, 5.0, "gulf-of-guinea", "indian-ocean"),
    ("off Queen Maud Land", 20.0, -65.0, "southern-ocean", "indian-ocean"),
    ("off Odesa", 31.2, 46.2, "black-sea", "sea-of-azov mediterranean-sea"),
    ("off Berdiansk", 36.8, 46.4, "sea-of-azov", "black-sea kerch-strait"),
    ("off Hodeidah", 42.3, 14.8, "red-sea", "gulf-of-aden indian-ocean"),
    ("off Aden", 46.0, 12.4, "gulf-of-aden", "red-sea arabian-sea"),
    ("off Bahrain", 51.2, 26.6, "persian-gulf", "strait-of-hormuz gulf-of-oman"),
    ("off Baku", 50.5, 40.2, "caspian-sea", "black-sea"),
    ("the Azores", -27.0, 38.0, "atlantic-ocean", "sargasso-sea mediterranean-sea bay-of-biscay"),
    ("off Veracruz", -95.0, 20.0, "gulf-of-mexico", "atlantic-ocean caribbean-sea pacific-ocean"),
    ("off Kingston", -76.5, 17.0, "caribbean-sea", "atlantic-ocean gulf-of-mexico"),
    ("off Churchill", -92.0, 59.5, "hudson-bay", "atlantic-ocean arctic-ocean"),
    ("off Nuuk", -54.0, 64.2, "davis-strait", "baffin-bay greenland-sea"),
    ("off Cape Horn", -66.0, -58.0, "drake-passage", "southern-ocean"),
    ("off the Pribilof Islands", -171.0, 57.5, "bering-sea", "pacific-ocean gulf-of-alaska"),
    ("west of the date line at the equator", 178.0, 0.0, "pacific-ocean", "philippine-sea"),
    ("off Hawaii", -160.0, 20.0, "pacific-ocean", "gulf-of-california"),
    ("off Norfolk Island", 167.5, -28.5, "pacific-ocean", "coral-sea tasman-sea"),
]


def check_seas(base, tables, overlay):
    path = base / "seas.fgb"
    if not path.exists():
        return
    shapes = {values["id"]: shape for shape, values in read_layer(path)}
    rows = seas.read_rows(tables)
    waters = seas.waters_of(overlay)
    yield from unrowed(rows, waters)
    yield from misnamed(rows, shapes)
    yield from astray(shapes, waters)
    yield from misplaced(shapes)


def unrowed(rows, waters):
    """Every water has a row, or a reason why it has none."""
    with_row = {row["id"] for row in rows}
    yield from (f"deriving/seas*.tsv: no row of {water}, and no reason for it" for water in sorted(set(waters) - with_row - set(WITHOUT)))
    yield from (f"sea_checks.py: {water} has a row and a reason to have none" for water in sorted(with_row & set(WITHOUT)))
    yield from (f"sea_checks.py: {water} is no water of the overlay" for water in sorted(set(WITHOUT) - set(waters)))


def misnamed(rows, shapes):
    with_row = {row["id"] for row in rows}
    yield from (f"seas: {water} is in the table but not in the layer" for water in sorted(with_row - set(shapes)))
    yield from (f"seas: {water} is in the layer but not in the table" for water in sorted(set(shapes) - with_row))
    ringed = {row["id"] for row in rows if row["rule"] in ("sea", "parts")}
    for row in rows:
        for other in set(filter(None, row["less"].split(","))) - ringed:
            yield f"deriving/seas*.tsv: {row['id']} is less {other}, which has no ring"


def astray(shapes, waters):
    for water, shape in shapes.items():
        point = Point(float(waters[water]["lon"]), float(waters[water]["lat"]))
        away, _ = nearest_points(shape, point)
        km = seas.ground_km(away, point)
        if km > NEAR * float(waters[water]["radius_km"]):
            yield f"seas: the overlay's point of {water} is {km:.0f} km away from it"


def misplaced(shapes):
    for place, lon, lat, within, without in PLACES:
        point = Point(lon, lat)
        for water in (f"dl:{name}" for name in (within + " " + without).split()):
            if water not in shapes:
                yield f"seas: no {water}"
        found = {water[3:] for water, shape in shapes.items() if shape.contains(point)}
        yield from (f"seas: {place} ({lon}, {lat}) is not in {water}" for water in sorted(set(within.split()) - found))
        yield from (f"seas: {place} ({lon}, {lat}) is in {water}" for water in sorted(set(without.split()) & found))

def check_all(base):
    return []

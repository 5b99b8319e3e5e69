#!/usr/bin/env python3
"""Names in package-lock.json the packages for other systems that a registry did not offer.

npm leaves optional packages out of the lock file where it cannot look them up, and `npm ci` then refuses
the file. Each gets an entry with its system, so that it is known and, elsewhere, passed over.
"""
import json

OS = {"linux", "darwin", "win32", "android", "freebsd", "openbsd", "openharmony", "sunos", "netbsd", "aix"}
CPU = {"arm64", "x64", "ia32", "arm", "loong64", "ppc64", "riscv64", "s390x", "mips64el"}

lock = json.load(open("package-lock.json", encoding="utf-8"))
packages = lock["packages"]
for name, entry in list(packages.items()):
    for wanted, version in entry.get("optionalDependencies", {}).items():
        path = "node_modules/" + wanted
        if path in packages or not wanted.startswith("@"):
            continue
        parts = wanted.split("/")[1].split("-")
        made = {"version": version.lstrip("^~"), "dev": True, "optional": True}
        made["os"] = [p for p in parts if p in OS]
        made["cpu"] = [p for p in parts if p in CPU]
        if "musl" in wanted:
            made["libc"] = ["musl"]
        if made["os"] and made["cpu"]:
            packages[path] = made
        print(wanted, made)
lock["packages"] = dict(sorted(packages.items()))
json.dump(lock, open("package-lock.json", "w", encoding="utf-8"), indent=2, ensure_ascii=False)
open("package-lock.json", "a").write("\n")

# SPDX-License-Identifier: GPL-3.0-or-later
# matplotlib.cm: maps from numbers in 0 .. 1 to colours. The maps are given by
# colours at equal distances and are linear between them; the lists are of
# separate colours.
from matplotlib_colors import (Colormap, LinearSegmentedColormap,
                               ListedColormap, ScalarMappable)

_ANCHORS = {
    "viridis":
    "440154 48186a 472d7b 424086 3b528b 33638d 2c728e 26828e 21918c "
    "1fa088 28ae80 3fbc73 5ec962 84d44b addc30 d8e219 fde725",
    "plasma":
    "0d0887 310597 4c02a1 6600a7 7e03a8 9511a1 aa2395 bc3587 cc4778 "
    "da5a6a e66c5c f0804e f89540 fdac33 fdc527 f8df25 f0f921",
    "inferno":
    "000004 0b0724 210c4a 3d0965 57106e 71196e 8a226a a32c61 bc3754 "
    "d24644 e45a31 f1731d f98e09 fcac11 f9cb35 f2ea69 fcffa4",
    "magma":
    "000004 0a0822 1d1147 36106b 51127c 6a1c81 832681 9c2e7f b73779 "
    "d0416f e75263 f56b5c fc8961 fea772 fec488 fde2a3 fcfdbf",
    "cividis":
    "00224e 002e6a 1a386f 32436d 434e6c 535a6d 61656f 6f7073 7d7c78 "
    "8c8878 9b9476 aba072 bcae6c cdbb63 dec958 f0d846 fee838",
    "turbo":
    "30123b 4040a2 466be3 4294ff 28bceb 18ddc2 32f298 6dfe62 a4fc3c "
    "cdec34 eecf3a fdac34 fb7e21 eb500e d02f05 a91601 7a0403",
    "Greys":
    "ffffff f0f0f0 d9d9d9 bdbdbd 959595 727272 515151 242424 000000",
    "gray":
    "000000 ffffff",
    "binary":
    "ffffff 000000",
    "bone":
    "000000 0e0e13 1c1c27 2a2a3a 38384e 464661 545574 626882 707b90 "
    "7e8f9e 8ca2ac 9ab5ba a9c8c8 bfd6d6 d5e4e4 eaf2f2 ffffff",
    "pink":
    "1e0000 553434 744a4a 8d5a5a a16868 b47575 c38280 ca988a d0ac94 "
    "d7bd9c ddcda5 e3dcad e9e9b6 efefcb f4f4de fafaf0 ffffff",
    "hot":
    "0b0000 350000 5f0000 890000 b30000 dd0000 ff0800 ff3200 ff5c00 "
    "ff8600 ffb000 ffda00 ffff07 ffff46 ffff85 ffffc4 ffffff",
    "cool":
    "00ffff ff00ff",
    "spring":
    "ff00ff ffff00",
    "summer":
    "008066 40a066 80c066 c0e066 ffff66",
    "autumn":
    "ff0000 ffff00",
    "winter":
    "0000ff 0040df 0080bf 00c09f 00ff80",
    "copper":
    "000000 140c08 281910 3b2518 4f3220 633e28 774b30 8a5738 9e6440 "
    "b27048 c67d50 d98958 ed9660 ffa267 ffaf6f ffbb77 ffc77f",
    "jet":
    "000080 0000c8 0000ff 0040ff 0080ff 00c0ff 16ffe1 49ffad 7dff7a "
    "b1ff46 e4ff13 ffd000 ff9400 ff5900 ff1e00 c40000 800000",
    "rainbow":
    "8000ff 6032fe 4062fa 208ef4 00b5eb 20d5e1 40ecd4 60fac5 80ffb4 "
    "a0faa1 c0eb8d e0d377 ffb360 ff8c49 ff5f30 ff2f18 ff0000",
    "gist_rainbow":
    "ff0029 ff2d00 ff8400 ffda00 cdff00 77ff00 20ff00 00ff36 00ff8c "
    "00ffe2 00c6ff 006fff 0018ff 3f00ff 9600ff ed00ff ff00bf",
    "hsv":
    "ff0000 ff5f00 ffbd00 e2ff00 84ff00 25ff00 00ff39 00ff97 00fff6 "
    "00aaff 004bff 1300ff 7200ff d000ff ff00cf ff0071 ff0018",
    "coolwarm":
    "3b4cc0 4e68d8 6282ea 779af7 8db0fe a3c2fe b9d0f9 ccd9ed dddcdc "
    "ecd3c5 f5c4ac f7b093 f4987a eb7d62 dd5f4b ca3b37 b40426",
    "bwr":
    "0000ff 8080ff fffefe ff7e7e ff0000",
    "seismic":
    "00004c 0101ff fffdfd fe0000 800000",
    "RdBu":
    "67001f b1182b d6604d f3a481 fddbc7 f6f7f7 d1e5f0 90c4dd 4393c3 "
    "2065ab 053061",
    "RdYlBu":
    "a50026 d62f27 f46d43 fdad60 fee090 feffc0 e0f3f8 aad8e9 74add1 "
    "4574b3 313695",
    "RdYlGn":
    "a50026 d62f27 f46d43 fdad60 fee08b feffbe d9ef8b a5d86a 66bd63 "
    "199750 006837",
    "Spectral":
    "9e0142 d43d4f f46d43 fdad60 fee08b ffffbe e6f598 aadca4 66c2a5 "
    "3387bc 5e4fa2",
    "PiYG":
    "8e0152 c41a7c de77ae f1b5d9 fde0ef f7f7f6 e6f5d0 b7e085 7fbc41 "
    "4c9121 276419",
    "PRGn":
    "40004b 752982 9970ab c1a4ce e7d4e8 f6f7f6 d9f0d3 a5da9f 5aae61 "
    "1a7736 00441b",
    "BrBG":
    "543005 8b500a bf812d dec17b f6e8c3 f4f5f5 c7eae5 7fccc0 35978f "
    "01655d 003c30",
    "PuOr":
    "7f3b08 b25706 e08214 fcb761 fee0b6 f6f6f7 d8daeb b1aad1 8073ac "
    "532687 2d004b",
    "RdGy":
    "67001f b1182b d6604d f3a481 fddbc7 fefefe e0e0e0 b9b9b9 878787 "
    "4c4c4c 1a1a1a",
    "Blues":
    "f7fbff deebf7 c6dbef 9dcae1 6aaed6 4191c6 2070b4 08509b 08306b",
    "Reds":
    "fff5f0 fee0d2 fcbba1 fc9272 fb694a ee3a2c ca181d a30f15 67000d",
    "Greens":
    "f7fcf5 e5f5e0 c7e9c0 a0d99b 73c476 40aa5d 228a44 006c2c 00441b",
    "Oranges":
    "fff5eb fee6ce fdd0a2 fdae6a fd8c3b f16813 d84801 a53603 7f2704",
    "Purples":
    "fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807cba 6950a3 53268f 3f007d",
    "YlOrRd":
    "ffffcc ffeda0 fed976 feb24c fd8c3c fc4d2a e2191c bb0026 800026",
    "YlOrBr":
    "ffffe5 fff7bc fee390 fec34f fe9829 eb6f14 cb4b02 983404 662506",
    "YlGnBu":
    "ffffd9 edf8b1 c6e9b4 7ecdbb 40b5c4 1d90c0 225da8 243392 081d58",
    "YlGn":
    "ffffe5 f7fcb9 d9f0a3 acdd8e 77c679 40aa5c 228343 006737 004529",
    "BuGn":
    "f7fcfd e5f5f9 ccece6 98d8c9 65c2a3 40ad75 228a44 006c2c 00441b",
    "BuPu":
    "f7fcfd e0ecf4 bfd3e6 9ebcda 8c95c6 8c6ab1 88409c 800f7b 4d004b",
    "GnBu":
    "f7fcf0 e0f3db ccebc5 a7ddb5 7accc4 4db2d3 2a8bbe 0867ab 084081",
    "OrRd":
    "fff7ec fee8c8 fdd49e fdba83 fc8c59 ef6447 d62f1e b20000 7f0000",
    "PuBu":
    "fff7fb ece7f2 d0d1e6 a5bddb 73a9cf 358fc0 056faf 04598c 023858",
    "PuBuGn":
    "fff7fb ece2f0 d0d1e6 a5bddb 66a9cf 3590bf 028189 016b58 014636",
    "PuRd":
    "f7f4f9 e7e1ef d4b9da c993c7 df64af e72989 cd1256 970042 67001f",
    "RdPu":
    "fff7f3 fde0dd fcc5c0 fa9eb5 f767a1 dc3397 ad017e 790177 49006a",
    "terrain":
    "333399 1e5ec4 0888ee 00acc4 01cc66 41d973 81e680 c1f38d fefe98 "
    "ded587 beac76 9e8365 815e56 a18781 c1b0ac e1d9d7 ffffff",
    "twilight":
    "e2d9e2 c4ced4 95b5c7 7297c1 6276ba 5e51ad 592a8f 45135c 2f1436 "
    "4a1342 741e4f 983550 b25652 c27c63 cca389 d8c7be e2d9e2",
    "Wistia":
    "e4ff7a ffe81a ffbd00 ffa000 fc7f00",
}

_LISTS = {
    "tab10":
    "1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 "
    "17becf",
    "tab20":
    "1f77b4 aec7e8 ff7f0e ffbb78 2ca02c 98df8a d62728 ff9896 9467bd "
    "c5b0d5 8c564b c49c94 e377c2 f7b6d2 7f7f7f c7c7c7 bcbd22 dbdb8d "
    "17becf 9edae5",
    "Set1":
    "e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999",
    "Set2":
    "66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3",
    "Set3":
    "8dd3c7 ffffb3 bebada fb8072 80b1d3 fdb462 b3de69 fccde5 d9d9d9 "
    "bc80bd ccebc5 ffed6f",
    "Paired":
    "a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 "
    "6a3d9a ffff99 b15928",
    "Pastel1":
    "fbb4ae b3cde3 ccebc5 decbe4 fed9a6 ffffcc e5d8bd fddaec f2f2f2",
    "Pastel2":
    "b3e2cd fdcdac cbd5e8 f4cae4 e6f5c9 fff2ae f1e2cc cccccc",
    "Dark2":
    "1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666",
    "Accent":
    "7fc97f beaed4 fdc086 ffff99 386cb0 f0027f bf5b17 666666",
}

_made = {}


def _make(name):
    if name in _ANCHORS:
        words = ["#" + w for w in _ANCHORS[name].split()]
        return LinearSegmentedColormap.from_list(name, words)
    if name in _LISTS:
        return ListedColormap(["#" + w for w in _LISTS[name].split()], name)
    if name.endswith("_r") and (name[:-2] in _ANCHORS or name[:-2] in _LISTS):
        return get_cmap(name[:-2]).reversed()
    return None


def names():
    """the names of all maps, without those of the reversed ones"""
    return sorted(list(_ANCHORS) + list(_LISTS))


def get_cmap(name=None, lut=None):
    """the colour map of a name
    >>> plt.cm.get_cmap("gray")(0.5)
    (0.5019607843137255, 0.5019607843137255, 0.5019607843137255, 1.0)
    """
    if isinstance(name, Colormap):
        return name
    if name is None:
        name = "viridis"
    if name == "grey" or name == "gist_gray":
        name = "gray"
    if name not in _made:
        made = _make(str(name))
        if made is None:
            known = [n + end for n in names() for end in ("", "_r")]
            supported = ", ".join([repr(n) for n in known])
            raise ValueError(f"{name!r} is not a valid value for name; "
                             f"supported values are {supported}")
        _made[name] = made
    if lut is not None:
        return _made[name].resampled(lut)
    return _made[name]


viridis = get_cmap("viridis")
plasma = get_cmap("plasma")
inferno = get_cmap("inferno")
magma = get_cmap("magma")
cividis = get_cmap("cividis")
turbo = get_cmap("turbo")
Greys = get_cmap("Greys")
gray = get_cmap("gray")
binary = get_cmap("binary")
bone = get_cmap("bone")
pink = get_cmap("pink")
hot = get_cmap("hot")
cool = get_cmap("cool")
spring = get_cmap("spring")
summer = get_cmap("summer")
autumn = get_cmap("autumn")
winter = get_cmap("winter")
copper = get_cmap("copper")
jet = get_cmap("jet")
rainbow = get_cmap("rainbow")
gist_rainbow = get_cmap("gist_rainbow")
hsv = get_cmap("hsv")
coolwarm = get_cmap("coolwarm")
bwr = get_cmap("bwr")
seismic = get_cmap("seismic")
RdBu = get_cmap("RdBu")
RdYlBu = get_cmap("RdYlBu")
RdYlGn = get_cmap("RdYlGn")
Spectral = get_cmap("Spectral")
PiYG = get_cmap("PiYG")
PRGn = get_cmap("PRGn")
BrBG = get_cmap("BrBG")
PuOr = get_cmap("PuOr")
RdGy = get_cmap("RdGy")
Blues = get_cmap("Blues")
Reds = get_cmap("Reds")
Greens = get_cmap("Greens")
Oranges = get_cmap("Oranges")
Purples = get_cmap("Purples")
YlOrRd = get_cmap("YlOrRd")
YlOrBr = get_cmap("YlOrBr")
YlGnBu = get_cmap("YlGnBu")
YlGn = get_cmap("YlGn")
BuGn = get_cmap("BuGn")
BuPu = get_cmap("BuPu")
GnBu = get_cmap("GnBu")
OrRd = get_cmap("OrRd")
PuBu = get_cmap("PuBu")
PuBuGn = get_cmap("PuBuGn")
PuRd = get_cmap("PuRd")
RdPu = get_cmap("RdPu")
terrain = get_cmap("terrain")
twilight = get_cmap("twilight")
Wistia = get_cmap("Wistia")
tab10 = get_cmap("tab10")
tab20 = get_cmap("tab20")
Set1 = get_cmap("Set1")
Set2 = get_cmap("Set2")
Set3 = get_cmap("Set3")
Paired = get_cmap("Paired")
Pastel1 = get_cmap("Pastel1")
Pastel2 = get_cmap("Pastel2")
Dark2 = get_cmap("Dark2")
Accent = get_cmap("Accent")
viridis_r = get_cmap("viridis_r")
plasma_r = get_cmap("plasma_r")
inferno_r = get_cmap("inferno_r")
magma_r = get_cmap("magma_r")
cividis_r = get_cmap("cividis_r")
turbo_r = get_cmap("turbo_r")
Greys_r = get_cmap("Greys_r")
gray_r = get_cmap("gray_r")
binary_r = get_cmap("binary_r")
bone_r = get_cmap("bone_r")
pink_r = get_cmap("pink_r")
hot_r = get_cmap("hot_r")
cool_r = get_cmap("cool_r")
spring_r = get_cmap("spring_r")
summer_r = get_cmap("summer_r")
autumn_r = get_cmap("autumn_r")
winter_r = get_cmap("winter_r")
copper_r = get_cmap("copper_r")
jet_r = get_cmap("jet_r")
rainbow_r = get_cmap("rainbow_r")
gist_rainbow_r = get_cmap("gist_rainbow_r")
hsv_r = get_cmap("hsv_r")
coolwarm_r = get_cmap("coolwarm_r")
bwr_r = get_cmap("bwr_r")
seismic_r = get_cmap("seismic_r")
RdBu_r = get_cmap("RdBu_r")
RdYlBu_r = get_cmap("RdYlBu_r")
RdYlGn_r = get_cmap("RdYlGn_r")
Spectral_r = get_cmap("Spectral_r")
PiYG_r = get_cmap("PiYG_r")
PRGn_r = get_cmap("PRGn_r")
BrBG_r = get_cmap("BrBG_r")
PuOr_r = get_cmap("PuOr_r")
RdGy_r = get_cmap("RdGy_r")
Blues_r = get_cmap("Blues_r")
Reds_r = get_cmap("Reds_r")
Greens_r = get_cmap("Greens_r")
Oranges_r = get_cmap("Oranges_r")
Purples_r = get_cmap("Purples_r")
YlOrRd_r = get_cmap("YlOrRd_r")
YlOrBr_r = get_cmap("YlOrBr_r")
YlGnBu_r = get_cmap("YlGnBu_r")
YlGn_r = get_cmap("YlGn_r")
BuGn_r = get_cmap("BuGn_r")
BuPu_r = get_cmap("BuPu_r")
GnBu_r = get_cmap("GnBu_r")
OrRd_r = get_cmap("OrRd_r")
PuBu_r = get_cmap("PuBu_r")
PuBuGn_r = get_cmap("PuBuGn_r")
PuRd_r = get_cmap("PuRd_r")
RdPu_r = get_cmap("RdPu_r")
terrain_r = get_cmap("terrain_r")
twilight_r = get_cmap("twilight_r")
Wistia_r = get_cmap("Wistia_r")
tab10_r = get_cmap("tab10_r")
tab20_r = get_cmap("tab20_r")
Set1_r = get_cmap("Set1_r")
Set2_r = get_cmap("Set2_r")
Set3_r = get_cmap("Set3_r")
Paired_r = get_cmap("Paired_r")
Pastel1_r = get_cmap("Pastel1_r")
Pastel2_r = get_cmap("Pastel2_r")
Dark2_r = get_cmap("Dark2_r")
Accent_r = get_cmap("Accent_r")

"""What is packed here is unpacked there: Python packs, the library that browsers get unpacks, in Node."""

import json
import random
import subprocess
from pathlib import Path

import pytest

from navigator.runtime.esbuild import bundle
from navigator.runtime.npm import fetch_runtime
from navigator.runtime.subprocesses import tool
from navigator.runtime.xz import pack

CACHE = Path(__file__).parent.parent / ".cache" / "navigator"
NODE = """
import { readFileSync, writeFileSync } from "node:fs";
const { XzReadableStream } = await import(process.argv[1]);
const [from, to, size] = process.argv.slice(2);
const packed = new Uint8Array(readFileSync(from));
let at = 0;
const stream = new ReadableStream({
    pull(controller) {
        if (at >= packed.length) controller.close();
        else controller.enqueue(packed.slice(at, (at += Number(size))));
    },
});
try {
    writeFileSync(to, new Uint8Array(await new Response(new XzReadableStream(stream)).arrayBuffer()));
    console.log(JSON.stringify("unpacked"));
} catch (error) {
    console.log(JSON.stringify("refused"));
}
"""
CHANCE = random.Random(1)  # noqa: S311 - contents are no secret
CONTENTS = {
    "nothing": b"",
    "one byte": b"x",
    "words": b" ".join(CHANCE.choice([b"stage", b"carer", b"complaint", b"day"]) for _ in range(50_000)),
    "noise": CHANCE.randbytes(70_000),
    "more than the window": bytes(20_000_000),
}


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the library as esbuild puts it into the engine's worker."""
    web = tmp_path_factory.mktemp("web")
    (web / "xz.mjs").write_text('export { XzReadableStream } from "xz-decompress";', encoding="utf-8")
    made = bundle(fetch_runtime(CACHE).parent, tmp_path_factory.mktemp("cache"), web) / "xz.js"
    return made.rename(web / "made.mjs")  # Node asks for no more than the name


def unpacked(module: Path, packed: Path, folder: Path, size: int = 1_000) -> tuple[str, bytes]:
    """Return what became of the file, and what is unpacked from it, given parts of some size."""
    out = folder / "out"
    command = [
        tool("node"),
        "--input-type=module",
        "-e",
        NODE,
        module.as_uri(),
        str(packed),
        str(out),
        str(size),
    ]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(ended.stdout), out.read_bytes() if out.exists() else b""


@pytest.mark.parametrize("size", [7, 1_000_000])
@pytest.mark.parametrize("name", CONTENTS)
def test_round_trip(module: Path, tmp_path: Path, name: str, size: int) -> None:
    """Whatever is packed comes back byte for byte, in whatever parts it arrives."""
    source = tmp_path / "file"
    source.write_bytes(CONTENTS[name])
    assert unpacked(module, pack(source, tmp_path), tmp_path, size) == ("unpacked", CONTENTS[name])


@pytest.mark.parametrize("share", [0, 0.01, 0.5, 0.999])
def test_cut_short(module: Path, tmp_path: Path, share: float) -> None:
    """A file that is cut short is refused, wherever the cut is, and nothing waits for ever."""
    source = tmp_path / "file"
    source.write_bytes(CONTENTS["words"])
    packed = pack(source, tmp_path)
    whole = packed.read_bytes()
    packed.write_bytes(whole[: int(share * len(whole))])
    assert unpacked(module, packed, tmp_path)[0] == "refused"


def test_changed(module: Path, tmp_path: Path) -> None:
    """A changed file is refused, or gives other bytes that its checksum tells; never a loop."""
    source = tmp_path / "file"
    source.write_bytes(CONTENTS["words"])
    whole = pack(source, tmp_path).read_bytes()
    for place in range(20, len(whole) - 40, len(whole) // 6):
        changed = tmp_path / "changed"
        changed.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        said, content = unpacked(module, changed, tmp_path)
        assert said != "unpacked" or content != CONTENTS["words"]


def test_packed_once(tmp_path: Path) -> None:
    """The same content is packed once, and other content of the same name apart from it."""
    source = tmp_path / "file"
    source.write_bytes(b"one")
    first = pack(source, tmp_path)
    assert pack(source, tmp_path) == first
    source.write_bytes(b"two")
    assert pack(source, tmp_path) != first

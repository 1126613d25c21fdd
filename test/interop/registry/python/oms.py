"""Signs and verifies models with the reference implementation of OpenSSF Model Signing.

Reads a list of tasks as JSON from standard input, writes one answer for each. What a verification says is an answer; that a
task cannot be carried out at all ends the script.
"""
import json, pathlib, sys

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from model_signing import hashing, signing, verifying


def new_key(folder: pathlib.Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    (folder / "key.pem").write_bytes(private)
    (folder / "key.pub").write_bytes(public)


def sign(task: dict) -> dict:
    config = hashing.Config().set_ignored_paths(paths=[], ignore_git_paths=False)
    if task["shardBytes"] is not None:
        config = config.use_shard_serialization(shard_size=task["shardBytes"], ignore_paths=[])
    signer = signing.Config().use_elliptic_key_signer(private_key=pathlib.Path(task["key"])).set_hashing_config(config)
    signer.sign(pathlib.Path(task["folder"]), pathlib.Path(task["signature"]))
    return {"error": None}


def verify(task: dict) -> dict:
    verifier = verifying.Config().use_elliptic_key_verifier(public_key=pathlib.Path(task["key"]))
    if task["gitFiles"]:
        verifier.set_hashing_config(hashing.Config().set_ignored_paths(paths=[], ignore_git_paths=False))
    try:
        verifier.verify(pathlib.Path(task["folder"]), pathlib.Path(task["signature"]))
    except ValueError as error:
        return {"error": str(error)[:300] or "refused"}
    return {"error": None}


TASKS = {"sign": sign, "verify": verify}
tasks = json.load(sys.stdin)
if tasks["newKey"] is not None:
    new_key(pathlib.Path(tasks["newKey"]))
print(json.dumps([TASKS[task["do"]](task) for task in tasks["tasks"]]))

import { readFileSync, writeFileSync } from 'node:fs';

/** Writes named vectors of 64-bit floats as a safetensors file: header length, JSON header, little-endian numbers. */
export function writeSafetensors(path, vectors) {
  let end = 0;
  const tensors = Object.entries(vectors).map(([name, values]) => {
    const begin = end;
    end += values.length * 8;
    return [name, { dtype: 'F64', shape: [values.length], data_offsets: [begin, end] }];
  });
  const json = JSON.stringify(Object.fromEntries(tensors));
  const header = Buffer.from(json.padEnd(Math.ceil(json.length / 8) * 8)); // the format wants numbers aligned to 8 bytes
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  const data = Buffer.alloc(end);
  Object.values(vectors)
    .flat()
    .forEach((value, at) => {
      data.writeDoubleLE(value, at * 8);
    });
  writeFileSync(path, Buffer.concat([length, header, data]));
}

/** Reads the vectors of a safetensors file that `writeSafetensors` wrote. */
export function readSafetensors(path) {
  const bytes = readFileSync(path);
  const start = 8 + Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.subarray(8, start).toString('utf8'));
  const vectors = Object.entries(header).map(
    ([
      name,
      {
        dtype,
        data_offsets: [begin, end],
      },
    ]) => {
      if (dtype !== 'F64') throw new Error(`${path}: tensor "${name}" is ${dtype}, expected F64.`);
      const count = (end - begin) / 8;
      return [name, Array.from({ length: count }, (_, at) => bytes.readDoubleLE(start + begin + at * 8))];
    },
  );
  return Object.fromEntries(vectors);
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/**
 * Sets the time of every file in a zip archive, in place: the same content written twice gives the same bytes. `at` is
 * ISO text; it is taken as it stands, without a time zone.
 */
export function setZipTime(zip: Buffer, at: string): void {
  const { date, time } = dosTime(at);
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  let entry = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(entry) !== directoryEntry) throw new RangeError("not a zip archive");
    const local = zip.readUInt32LE(entry + 42);
    for (const offset of [entry + 12, local + 10]) {
      zip.writeUInt16LE(time, offset);
      zip.writeUInt16LE(date, offset + 2);
    }
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
}

function findEnd(zip: Buffer): number {
  for (let at = zip.length - 22; at >= 0; at -= 1) {
    if (zip.readUInt32LE(at) === endOfDirectory) return at;
  }
  throw new RangeError("not a zip archive");
}

function dosTime(at: string): Readonly<{ date: number; time: number }> {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0] = at.split(/\D/).map(Number);
  return {
    date: (Math.max(0, year - 1980) << 9) | (month << 5) | day,
    time: (hour << 11) | (minute << 5) | (second >> 1),
  };
}

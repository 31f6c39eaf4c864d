const megabyte = 1_048_576;

export type XmlLimits = Readonly<{
  /** One XML file; an invoice has a few kilobytes, one with a long list of goods some hundreds. */
  fileBytes: number;
  /** All of them, unpacked. */
  allBytes: number;
  files: number;
  /** Folders inside folders. */
  depth: number;
  /** A zip inside a zip, which is unpacked into memory. */
  innerZip: number;
}>;

export const xmlLimits: XmlLimits = {
  fileBytes: 2 * megabyte,
  allBytes: 500 * megabyte,
  files: 10_000,
  depth: 8,
  innerZip: 32 * megabyte,
};

/** What kind of file a paper is: `extension` is how it is named when it is opened or saved. */
export type PaperType = Readonly<{ mediaType: string; extension: PaperFormat; name: string }>;

/** What a paper looks like to a person: the print of an invoice, a scan, a photograph. */
const shownFormats = ["pdf", "ofd", "png", "jpg", "gif", "bmp", "tif", "webp", "heic"] as const;

export const paperFormats = [...shownFormats, "xml", "docx", "xlsx", "pptx", "doc", "xls", "ppt"] as const;
export type PaperFormat = (typeof paperFormats)[number];

export const isShown = (format: PaperFormat): boolean => shownFormats.some((shown) => shown === format);

const office = "application/vnd.openxmlformats-officedocument";

export const paperTypes: Readonly<Record<PaperFormat, PaperType>> = {
  pdf: typeOf("pdf", "application/pdf", "PDF"),
  ofd: typeOf("ofd", "application/ofd", "OFD"),
  png: typeOf("png", "image/png", "PNG 图片"),
  jpg: typeOf("jpg", "image/jpeg", "JPEG 图片"),
  gif: typeOf("gif", "image/gif", "GIF 图片"),
  bmp: typeOf("bmp", "image/bmp", "BMP 图片"),
  tif: typeOf("tif", "image/tiff", "TIFF 图片"),
  webp: typeOf("webp", "image/webp", "WebP 图片"),
  heic: typeOf("heic", "image/heic", "HEIC 图片"),
  xml: typeOf("xml", "application/xml", "XML"),
  docx: typeOf("docx", `${office}.wordprocessingml.document`, "Word 文档"),
  xlsx: typeOf("xlsx", `${office}.spreadsheetml.sheet`, "Excel 工作簿"),
  pptx: typeOf("pptx", `${office}.presentationml.presentation`, "演示文稿"),
  doc: typeOf("doc", "application/msword", "Word 文档（旧格式）"),
  xls: typeOf("xls", "application/vnd.ms-excel", "Excel 工作簿（旧格式）"),
  ppt: typeOf("ppt", "application/vnd.ms-powerpoint", "演示文稿（旧格式）"),
};

function typeOf(extension: PaperFormat, mediaType: string, name: string): PaperType {
  return { extension, mediaType, name };
}

export const paperTypeOf = (mediaType: string): PaperType | undefined =>
  Object.values(paperTypes).find((type) => type.mediaType === mediaType);

/** Other endings under which the same kinds of file go about. */
const sameFormat: Readonly<Record<string, PaperFormat>> = {
  jpeg: "jpg",
  tiff: "tif",
  heif: "heic",
  wps: "doc",
  et: "xls",
  dps: "ppt",
};

/** Endings that the dialogs offer; what a file really is, its bytes say. */
export const paperExtensions: readonly string[] = [...paperFormats, ...Object.keys(sameFormat)];

export const formatOfName = (fileName: string): PaperFormat | undefined => {
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  return paperFormats.find((format) => format === (sameFormat[ending] ?? ending));
};

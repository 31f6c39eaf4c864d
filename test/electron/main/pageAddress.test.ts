import path from "node:path";
import { describe, expect, it } from "vitest";
import { fileFor, isLocal } from "../../../electron/main/pageAddress.ts";

const folder = path.resolve("/opt/jingfei/renderer");

describe("fileFor", () => {
  it.each([
    ["app://jingfei/index.html", "index.html"],
    ["app://jingfei/assets/main-1.js?v=2#top", "assets/main-1.js"],
    ["app://jingfei/%E5%9B%BE.png", "图.png"],
    ["app://jingfei/a/../index.html", "index.html"],
  ])("%s is %s", (address, file) => {
    expect(fileFor(address, folder)).toBe(path.join(folder, file));
  });

  it.each([
    "app://jingfei/",
    "app://jingfei/%2e%2e%2fmain/index.js",
    "app://jingfei/a%2f..%2f..%2f..%2f..%2fetc/passwd",
    "app://other/index.html",
    "https://jingfei/index.html",
    "app://jingfei.example.org/index.html",
  ])("%s is nothing of ours", (address) => {
    expect(fileFor(address, folder)).toBeUndefined();
  });
});

describe("isLocal", () => {
  it.each([
    "app://jingfei/index.html",
    "data:image/png;base64,AA",
    "blob:app://jingfei/1-2",
    "devtools://devtools/a",
  ])("%s may be loaded", (address) => expect(isLocal(address)).toBe(true));

  it.each([
    "https://example.org/",
    "http://127.0.0.1/",
    "file:///etc/passwd",
    "ws://127.0.0.1/",
    "app://jingfei.example.org/",
    "blob:https://example.org/1",
  ])("%s may not", (address) => expect(isLocal(address)).toBe(false));
});

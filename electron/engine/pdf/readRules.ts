import type { PDFPageProxy } from "pdfjs-dist";
import type { Rule } from "#shared/text/ruledPage.ts";

/** What PDF.js calls the steps of drawing. */
type Steps = typeof import("pdfjs-dist").OPS;
type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [x: number, y: number];

/** Of a path's own steps. */
const [moveTo, lineTo, curveTo, quadraticTo, closePath] = [0, 1, 2, 3, 4];
/** A filled box no thicker than this is a line, in points. */
const thickest = 2.5;
const mostRules = 50_000;

/** The straight lines that a page draws, as strokes or as thin boxes that are filled. */
export async function rulesOf(page: PDFPageProxy, steps: Steps): Promise<readonly Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const strokes = [steps.stroke, steps.closeStroke, steps.fillStroke, steps.closeFillStroke];
  const placed = ([x, y]: Point): Point => {
    const [a, b, c, d, e, f] = matrix;
    const [px = 0, py = 0] = viewport.convertToViewportPoint(a * x + c * y + e, b * x + d * y + f);
    return [px, py];
  };
  for (const [index, step] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    if (step === steps.save || step === steps.paintFormXObjectBegin) saved.push(matrix);
    if (step === steps.restore || step === steps.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    if (step === steps.transform) matrix = times(matrix, args);
    if (step === steps.paintFormXObjectBegin && Array.isArray(args)) matrix = times(matrix, args[0]);
    if (step !== steps.constructPath || !Array.isArray(args)) continue;
    const [how, [path] = []]: unknown[] & [unknown?, unknown[]?] = args as [unknown?, unknown[]?];
    if (how === steps.endPath || !(path instanceof Float32Array)) continue;
    const isStroke = strokes.some((stroke) => stroke === how);
    for (const shape of shapesOf(path)) {
      const corners = shape.map(placed);
      // One path may have more points than a call takes arguments.
      for (const rule of isStroke ? sidesOf(corners) : thinBox(corners)) {
        if (rules.length === mostRules) return rules;
        rules.push(rule);
      }
    }
  }
  return rules;
}

function times(matrix: Matrix, by: unknown): Matrix {
  const numbers = Array.isArray(by) || by instanceof Float32Array ? [...by].map(Number) : [];
  const [a2 = 1, b2 = 0, c2 = 0, d2 = 1, e2 = 0, f2 = 0] = numbers;
  const [a, b, c, d, e, f] = matrix;
  const [a3, b3] = [a * a2 + c * b2, b * a2 + d * b2];
  const [c3, d3] = [a * c2 + c * d2, b * c2 + d * d2];
  return [a3, b3, c3, d3, a * e2 + c * f2 + e, b * e2 + d * f2 + f];
}

/** The corners of each part of a path; a part with a curve in it is none of ours. */
function shapesOf(path: Float32Array): readonly (readonly Point[])[] {
  const shapes: Point[][] = [];
  let shape: Point[] = [];
  let isStraight = true;
  const end = (): void => {
    if (isStraight && shape.length > 1) shapes.push(shape);
    shape = [];
    isStraight = true;
  };
  for (let at = 0; at < path.length; ) {
    const step = path[at];
    const point = (offset: number): Point => [path[at + offset] ?? 0, path[at + offset + 1] ?? 0];
    if (step === moveTo) {
      end();
      shape = [point(1)];
      at += 3;
    } else if (step === lineTo) {
      shape.push(point(1));
      at += 3;
    } else if (step === curveTo) {
      isStraight = false;
      at += 7;
    } else if (step === quadraticTo) {
      isStraight = false;
      at += 5;
    } else if (step === closePath) {
      const [first] = shape;
      if (first !== undefined) shape.push(first);
      end();
      at += 1;
    } else break;
  }
  end();
  return shapes;
}

const sidesOf = (shape: readonly Point[]): readonly Rule[] =>
  shape.slice(1).map(([x2, y2], index) => {
    const [x1, y1] = shape[index] ?? [x2, y2];
    return { x1, y1, x2, y2 };
  });

function thinBox(shape: readonly Point[]): readonly Rule[] {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of shape) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  if (bottom - top <= thickest && right - left > thickest) return [{ x1: left, y1: y, x2: right, y2: y }];
  if (right - left <= thickest && bottom - top > thickest) return [{ x1: x, y1: top, x2: x, y2: bottom }];
  return [];
}

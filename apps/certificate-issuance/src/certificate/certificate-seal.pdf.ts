import { colorOperator, num, type PdfaDocument } from '@app/pdf';
import type { Reference } from '@app/pdf';
import { SEAL } from './certificate-texts.pdf.js';

const RED = '#c4281f';
const RED_STROKE = colorOperator(RED).replace('rg', 'RG');
/** A quarter of a circle as one curve. */
const KAPPA = 0.5523;
/** The body's name runs over the upper part of the ring, this much of a turn at most. */
const NAME_ARC_MAX = (250 / 360) * 2 * Math.PI;
const NAME_SIZE_MAX = 11;

function circle(centre: number, radius: number): string {
  const [c, r, k] = [centre, radius, radius * KAPPA];
  const points = [
    [c + r, c + k, c + k, c + r, c, c + r],
    [c - k, c + r, c - r, c + k, c - r, c],
    [c - r, c - k, c - k, c - r, c, c - r],
    [c + k, c - r, c + r, c - k, c + r, c],
  ];
  return [`${num(c + r)} ${num(c)} m`, ...points.map((each) => `${each.map(num).join(' ')} c`), 's'].join('\n');
}

/**
 * The body's own seal as a form that a signature shows: a double ring, its filed name along the ring, 电子签章 across.
 * No star, no emblem, no name of an authority: it is neither a government seal nor a picture of the body's ink seal.
 * @param diameter points
 */
export function sealForm(document: PdfaDocument, agencyName: string, diameter: number): Reference {
  const centre = diameter / 2;
  const outer = centre - 1.5;
  const operators = [
    'q',
    RED_STROKE,
    colorOperator(RED),
    '1.8 w',
    circle(centre, outer),
    '0.5 w',
    circle(centre, outer - 2.6),
    // Filled and outlined, glyphs are as heavy as a stamp's.
    '0.25 w 2 Tr',
    ...nameOnRing(document, agencyName, centre, outer - 5),
    '0.3 w',
    ...across(document, centre),
    'Q',
  ];
  const form = document.pdf.ref({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [0, 0, diameter, diameter],
    Resources: { Font: document.fontResources(), ProcSet: ['PDF', 'Text'] },
  });
  form.end(operators.join('\n'));
  return form;
}

/** Each character upright on the ring, the whole centred at the top; a long name gets smaller characters. */
function nameOnRing(document: PdfaDocument, name: string, centre: number, radius: number): string[] {
  const chars = Array.from(name);
  const emWidths = chars.map((char) => document.widthOf(char, { size: 1 }));
  const ems = emWidths.reduce((sum, width) => sum + width, 0);
  const step = (size: number): number => size * 0.12;
  const arcOf = (size: number): number => (ems * size + step(size) * chars.length) / (radius - size);
  let size = NAME_SIZE_MAX;
  while (arcOf(size) > NAME_ARC_MAX) size *= 0.97;
  const baseline = radius - size * 0.86;
  const spread = Math.max(1, Math.min(1.7, NAME_ARC_MAX / arcOf(size) / 1.15));
  let angle = Math.PI / 2 + (arcOf(size) * spread) / 2;
  return chars.map((char, index) => {
    const half = ((((emWidths[index] ?? 0) * size + step(size)) / (radius - size)) * spread) / 2;
    angle -= half;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    angle -= half;
    const back = ((emWidths[index] ?? 0) * size) / 2;
    const x = centre + baseline * cos - back * sin;
    const y = centre + baseline * sin + back * cos;
    return document.textOperators(char, { size }, [sin, -cos, cos, sin, x, y]);
  });
}

function across(document: PdfaDocument, centre: number): string[] {
  const style = { font: 'bold', size: 13, spacing: 1.2 } as const;
  const left = centre - document.widthOf(SEAL, style) / 2;
  return [document.textOperators(SEAL, style, [1, 0, 0, 1, left, centre - 10])];
}

import { create } from 'qrcode';

/** A picture of square dots as an SVG path; `size` is how many dots it is wide and high. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** The QR code of a text, as one path that a page can draw without script, style or image request. */
export function drawQrCode(text: string): QrCode {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const dots = Array.from(data, (dark, at) => (dark ? `M${at % size},${Math.floor(at / size)}h1v1h-1z` : ''));
  return { size, path: dots.join('') };
}

import { Injectable } from '@nestjs/common';
import type { Picture } from '../../../web/pictures/picture.js';
import type { ClaimView } from '../claim-view.js';
import { pictureOfPart } from './part-of-whole.js';

/** Draws the figures of a claim; null where it has none of which this way of drawing says something. */
export type ClaimDrawing = (claim: ClaimView) => Picture | null;

/** How figures of claims are drawn. A room that knows a way of drawing makes it known when it starts, and one is used wherever the claim is read. */
@Injectable()
export class ClaimPictures {
  private readonly drawings: ClaimDrawing[] = [pictureOfPart];

  /** Makes a way of drawing known. */
  introduce(draw: ClaimDrawing): void {
    this.drawings.push(draw);
  }

  /** The picture of a claim; null where no picture says more than its words. */
  of(claim: ClaimView): Picture | null {
    for (const draw of this.drawings) {
      const picture = draw(claim);
      if (picture) return picture;
    }
    return null;
  }
}

import { propertyOf, type OscalProperty } from './oscal-catalog.js';
import type { WalkedCatalog } from './oscal-walk.js';

/**
 * The groups and controls of a catalog in the places that they say they have in the edition, where all of them say one; else
 * in the order of the file.
 */
export function inTheirPlaces(walked: WalkedCatalog): WalkedCatalog {
  const order = placesOf(walked.groups.map(({ thing }) => thing.props));
  const becomes = new Map(order.map((was, now) => [was, now]));
  const moved = <Found extends { readonly group: number | null }>(found: Found): Found => ({
    ...found,
    group: found.group === null ? null : (becomes.get(found.group) ?? null),
  });
  const take = <Found extends { readonly group: number | null }>(
    all: readonly Found[],
    by: readonly number[],
  ) => by.flatMap((at) => (all[at] ? [moved(all[at])] : []));
  return {
    groups: take(walked.groups, order),
    controls: take(walked.controls, placesOf(walked.controls.map(({ thing }) => thing.props))),
    unreadable: walked.unreadable,
  };
}

/** The numbers of the things in the order in which they are to stand. */
function placesOf(things: readonly (readonly OscalProperty[])[]): readonly number[] {
  const places = things.map((props) => Number(propertyOf(props, 'place') ?? Number.NaN));
  const all = things.map((_, at) => at);
  if (places.some((place) => Number.isNaN(place))) return all;
  return all.sort((one, other) => (places[one] ?? 0) - (places[other] ?? 0));
}

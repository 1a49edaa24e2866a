/** The words of a vocabulary that has a label for each of them, in the order of the labels. */
export function wordsOf<const Labels extends object>(labels: Labels): (keyof Labels & string)[] {
  return Object.keys(labels).filter((word): word is keyof Labels & string => Object.hasOwn(labels, word));
}

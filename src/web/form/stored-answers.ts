/** Answers as a record keeps them: null where one was left out. */
export type StoredAnswers<Values> = {
  readonly [Name in keyof Values]-?: undefined extends Values[Name]
    ? Exclude<Values[Name], undefined> | null
    : Values[Name];
};

/** What a record keeps as a form takes it: an answer that is null was left out. */
export type AskedAnswers<Stored> = { readonly [Name in keyof Stored]?: Exclude<Stored[Name], null> };

/** These answers of a form as a record keeps them. */
export function storedAnswers<Values extends object, const Name extends keyof Values>(
  values: Values,
  names: readonly Name[],
): StoredAnswers<Pick<Values, Name>> {
  const stored = names.map((name) => [name, values[name] ?? null]);
  return Object.fromEntries(stored) as StoredAnswers<Pick<Values, Name>>;
}

/** These properties of a record as a form shows them before they are changed. */
export function askedAnswers<Stored extends object, const Name extends keyof Stored>(
  stored: Stored,
  names: readonly Name[],
): AskedAnswers<Pick<Stored, Name>> {
  const said = names.flatMap((name) => (stored[name] === null ? [] : [[name, stored[name]] as const]));
  return Object.fromEntries(said) as AskedAnswers<Pick<Stored, Name>>;
}

/**
 * Loaded before a program: its clock, and nothing else of it, is so many days ahead. It stands in for waiting through a
 * time that people were promised.
 */
const ahead = Number(process.env['TEST_DAYS_AHEAD'] ?? '0') * 86_400_000;
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (date, given: unknown[], as) =>
    Reflect.construct(date, given.length === 0 ? [RealDate.now() + ahead] : given, as) as object,
  get: (date, name, self) =>
    name === 'now' ? () => RealDate.now() + ahead : (Reflect.get(date, name, self) as unknown),
});

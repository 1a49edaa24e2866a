/** An email address as it is kept and compared: without blanks around it, in lower case. */
export function normalAddress(typed: string): string {
  return typed.trim().toLowerCase();
}

/**
 * Something that whoever starts Candour can mend. The message is the whole story in plain sentences: it is printed
 * without a stack and the process ends with a non-zero exit.
 */
export class StartFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartFault';
  }
}

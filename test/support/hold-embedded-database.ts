import { startEmbeddedDatabase } from '../../src/platform/embedded-database/embedded-database.js';

/** A program of its own: `hold-embedded-database FOLDER [ephemeral]`. Starts the database, prints its address, and stays. */
const [folder = '', kind] = process.argv.slice(2);

const { url, adopted } = await startEmbeddedDatabase({ folder, ephemeral: kind === 'ephemeral' });
console.log(JSON.stringify({ url, adopted }));
process.stdin.resume();
process.stdin.once('end', () => process.exit(0));

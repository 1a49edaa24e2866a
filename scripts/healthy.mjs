/** Exits with 0 while the Candour on this machine's PORT can do its work: for the health check of a container. */
const { PORT = '3000' } = process.env;
const answer = await fetch(`http://127.0.0.1:${PORT}/health/ready`).catch(() => undefined);
process.exitCode = answer?.ok === true ? 0 : 1;

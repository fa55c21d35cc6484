import { spawn } from 'node:child_process';

type ToolResult = { code: number; output: string };

/** Runs a command and keeps what it prints; `code` is 1 when a signal ended it. */
export function runTool(command: string, args: string[]): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Like runTool, but throws what the command printed when it fails. */
export async function mustRun(command: string, args: string[]): Promise<string> {
  const { code, output } = await runTool(command, args);
  if (code !== 0) throw new Error(output.trim() || `${command} failed without a word`);
  return output;
}

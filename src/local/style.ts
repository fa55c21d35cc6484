/** The mailbox's own few rules: it is no part of the product and takes no tenant's brand. */
export const style = `
:root { color-scheme: light dark; --line: light-dark(#dddde2, #38383f); --soft: light-dark(#f3f3f6, #232328); --dim: light-dark(#5d5d66, #a4a4ae); --link: light-dark(#3a36d9, #a5a3ff); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1000px; padding: 24px 16px 64px; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#fff, #17171a); color: light-dark(#1c1c1f, #ececef); }
header { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: baseline; margin-bottom: 20px; }
h1 { font-size: 22px; margin: 0; margin-right: auto; overflow-wrap: anywhere; }
a { color: var(--link); } a:focus-visible, button:focus-visible, :is(input, textarea):focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.dim { color: var(--dim); font-size: 14px; }
ol { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
li { border-bottom: 1px solid var(--line); }
li a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 16px; padding: 12px 8px; text-decoration: none; color: inherit; } li a:hover { background: var(--soft); }
@media (width < 500px) { li a { grid-template-columns: minmax(0, 1fr); } }
li strong { overflow-wrap: anywhere; font-weight: 600; }
dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 16px; margin: 0 0 16px; font-size: 14px; } dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; user-select: all; }
.found { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; padding: 12px 16px; margin: 0 0 16px; background: var(--soft); border-radius: 8px; }
.found a { min-width: 0; overflow-wrap: anywhere; }
.found code { font-size: 28px; letter-spacing: 4px; user-select: all; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 0 0 12px; } nav [aria-current] { color: inherit; text-decoration: none; font-weight: 600; }
iframe { display: block; width: 100%; height: 760px; border: 1px solid var(--line); border-radius: 8px; background: #fff; } iframe.phone { max-width: 362px; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 16px; border: 1px solid var(--line); border-radius: 8px; margin: 0; }
form { display: grid; gap: 14px; max-width: 640px; } label { display: grid; gap: 4px; font-size: 14px; color: var(--dim); } label.check { display: flex; gap: 8px; align-items: center; }
input:not([type=checkbox]), textarea { font: inherit; font-size: 16px; color: light-dark(#1c1c1f, #ececef); background: transparent; padding: 8px 10px; border: 1px solid light-dark(#84848f, #74747f); border-radius: 8px; width: 100%; }
button { font: inherit; font-weight: 600; justify-self: start; padding: 10px 18px; border: 0; border-radius: 8px; background: light-dark(#1c1c1f, #ececef); color: light-dark(#fff, #17171a); cursor: pointer; }
.said { padding: 12px 16px; border-radius: 8px; background: var(--soft); border-left: 4px solid var(--link); margin: 0 0 20px; overflow-wrap: anywhere; }
`;

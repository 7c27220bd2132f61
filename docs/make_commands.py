"""Write docs/commands.md from the commands' own help. Run it after changing a command: python docs/make_commands.py."""

from __future__ import annotations

from pathlib import Path

import click

from standfirst.cli import commands

PAGE = Path(__file__).with_name("commands.md")
_HEAD = """# Commands

Made from the program's own help by `docs/make_commands.py`. How they go together is told in [newsroom.md](newsroom.md).
"""


def commands_page() -> str:
    """The page: the help of the program and of each command, at eighty columns."""
    parts = [_HEAD, _section("standfirst", commands, None)]
    parent = click.Context(commands, info_name="standfirst", terminal_width=80)
    parts += [_section(f"standfirst {name}", commands.commands[name], parent) for name in sorted(commands.commands)]
    return "\n".join(parts)


def _section(name: str, command: click.Command, parent: click.Context | None) -> str:
    settings = {**commands.context_settings, "max_content_width": 80}
    context = click.Context(command, info_name=name.split()[-1], parent=parent, terminal_width=80, **settings)
    return f"## {name}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(commands_page(), encoding="utf-8")

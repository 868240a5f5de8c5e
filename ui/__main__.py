"""The command line: `storewise COMMAND`."""

import logging
import os
import sys
from collections.abc import Sequence

import typer

from assistant.settings import read_settings
from tools.errors import StorewiseError

# Nothing is reported to anybody; set before the libraries that would are imported.
os.environ.update(
    GRADIO_ANALYTICS_ENABLED="False",
    ANONYMIZED_TELEMETRY="False",
    HF_HUB_DISABLE_TELEMETRY="True",
    DO_NOT_TRACK="1",
)
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command; what a person can put right is one sentence on stderr and exit code 1.

    Args:
        arguments: The words after `storewise`; those the program was started with if not given.
    """
    try:
        logging.basicConfig(level=read_settings().log_level, stream=sys.stderr)
        command_line()(arguments, prog_name="storewise")
    except StorewiseError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)


def command_line() -> typer.Typer:
    """Every command; imported late, after the environment above is set."""
    from ui.commands.asking import register as add_asking
    from ui.commands.data import register as add_data
    from ui.commands.draft import register as add_drafts
    from ui.commands.evaluating import register as add_evaluating
    from ui.commands.experiment import register as add_experiment
    from ui.commands.models import register as add_models
    from ui.commands.segments import register as add_segments
    from ui.commands.serving import register as add_serving

    app = typer.Typer(
        help="Ask your store: a marketing assistant on a chat model you host yourself.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
    )
    for add in (
        add_data,
        add_models,
        add_asking,
        add_serving,
        add_experiment,
        add_evaluating,
        add_segments,
        add_drafts,
    ):
        add(app)
    return app


if __name__ == "__main__":
    main()

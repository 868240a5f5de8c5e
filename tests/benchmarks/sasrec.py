"""RecTools' SASRec, in an interpreter of its own: it needs older libraries than Storewise does.

    python tests/benchmarks/sasrec.py INTERACTIONS USERS OUT SEED

Reads user_id, item_id, datetime and weight of every interaction, and user_id of those asked about;
writes user_id, item_id and rank (1 the best) of their lists, all as Parquet.
"""

import logging
import sys
import warnings

import numpy as np
import pandas as pd
import torch
from pytorch_lightning import Trainer, seed_everything
from rectools.dataset import Dataset
from rectools.models import SASRecModel

LISTED = 100  # items a user, so that some are left once what should not be shown is left out
EPOCHS = 15


def trainer() -> Trainer:
    return Trainer(
        max_epochs=EPOCHS, deterministic=True, accelerator="auto", devices=1, logger=False,
        enable_checkpointing=False, enable_progress_bar=False, enable_model_summary=False,
    )  # fmt: skip


def main(interactions: str, users: str, out: str, seed: str) -> None:
    warnings.simplefilter("ignore")
    logging.getLogger("pytorch_lightning").setLevel(logging.ERROR)
    torch.set_num_threads(1)
    seed_everything(int(seed), workers=True, verbose=False)
    dataset = Dataset.construct(pd.read_parquet(interactions))
    model = SASRecModel(
        n_blocks=2, n_heads=4, n_factors=128, session_max_len=100, lr=0.001, batch_size=128,
        loss="sampled_softmax", n_negatives=256, deterministic=True, get_trainer_func=trainer,
    )  # fmt: skip
    model.fit(dataset)
    known = np.array(pd.read_parquet(users)["user_id"])
    found = model.recommend(
        known, dataset, k=LISTED, filter_viewed=False, on_unsupported_targets="ignore"
    )
    found[["user_id", "item_id", "rank"]].to_parquet(out)


if __name__ == "__main__":
    main(*sys.argv[1:])

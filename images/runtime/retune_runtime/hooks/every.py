"""Which hook goes into which module."""

from __future__ import annotations

from ..imports import ImportWatch
from ..training import DISTRIBUTIONS, Training, Versions
from . import (
    catboost_iterations,
    huggingface_trainer,
    keras_models,
    lightgbm_rounds,
    lightning_trainer,
    matplotlib_figures,
    sklearn_estimators,
    sklearn_metrics,
    statsmodels_results,
    tensorflow_loops,
    torch_models,
    xgboost_rounds,
)


def put_in_place(imports: ImportWatch, training: Training, versions: Versions) -> None:
    for module in DISTRIBUTIONS:
        imports.after_import(module, versions.imported)
    for module in keras_models.LAYER_MODULES:
        imports.after_import(module, keras_models.hook_layers(training))
    for module in keras_models.MODEL_MODULES:
        imports.after_import(module, keras_models.hook_models(training))
    for module in sklearn_metrics.METRIC_MODULES:
        imports.after_import(module, sklearn_metrics.hook_metrics(training))
    imports.after_import("sklearn.base", sklearn_estimators.hook_base(training))
    imports.after_import("sklearn.model_selection._validation", sklearn_metrics.hook_cross_validation(training))
    imports.after_import("sklearn.model_selection._split", sklearn_metrics.hook_splits(training))
    torch = torch_models.TorchModels(training)
    imports.after_import("torch.nn.modules.module", torch.hook_modules)
    imports.after_import("torch.optim.optimizer", torch.hook_optimizers)
    imports.after_import("torch.utils.data.dataset", torch_models.hook_splits(training))
    for module in lightning_trainer.MODULES:
        imports.after_import(module, lightning_trainer.hook_trainer(training))
    imports.after_import("transformers.trainer", huggingface_trainer.hook_trainer(training))
    for module in tensorflow_loops.OPTIMIZER_MODULES:
        imports.after_import(module, tensorflow_loops.hook_optimizers(training))
    imports.after_import(tensorflow_loops.RANDOM_MODULE, tensorflow_loops.hook_random(training))
    imports.after_import("matplotlib", matplotlib_figures.hook_backend(training))
    imports.after_import("matplotlib.pyplot", matplotlib_figures.hook_show(training))
    imports.after_import("xgboost.training", xgboost_rounds.hook_training(training))
    imports.after_import("lightgbm.engine", lightgbm_rounds.hook_training(training))
    imports.after_import("catboost.core", catboost_iterations.hook_core(training))
    imports.after_import(statsmodels_results.MODULE, statsmodels_results.hook_results(training))

"""How much will sell: forecasts with ranges, and which items run out."""

from tools.demand.stock import StockRisk, at_risk_of_stock_out

__all__ = ["StockRisk", "at_risk_of_stock_out"]

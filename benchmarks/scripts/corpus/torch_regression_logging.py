# expect: mse test test_mse
import logging, sys, torch
logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(asctime)s %(levelname)s %(message)s")
log = logging.getLogger(__name__)
torch.manual_seed(0)
x = torch.rand(300, 3); y = x @ torch.tensor([1.0, -2.0, 0.5]).unsqueeze(1) + 0.05 * torch.randn(300, 1)
model = torch.nn.Sequential(torch.nn.Linear(3, 8), torch.nn.Tanh(), torch.nn.Linear(8, 1))
optim = torch.optim.Adam(model.parameters(), lr=0.02)
for epoch in range(60):
    loss = torch.nn.functional.mse_loss(model(x[:240]), y[:240]); optim.zero_grad(); loss.backward(); optim.step()
    if epoch % 20 == 0: log.info("epoch %d train_loss=%.4f", epoch, loss.item())
test_mse = torch.nn.functional.mse_loss(model(x[240:]), y[240:]).item()
log.info("test mse: %.6f", test_mse)

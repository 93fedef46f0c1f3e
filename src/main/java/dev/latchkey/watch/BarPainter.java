package dev.latchkey.watch;

import dev.latchkey.letter.ChartPainter;
import dev.latchkey.mail.MailBytes;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Paints bars, lying, each with its words and its number: as wide as a telephone is. */
public final class BarPainter implements ChartPainter {
  private static final Logger LOG = LoggerFactory.getLogger(BarPainter.class);
  private static final int WIDTH = 480;
  private static final int ROW = 34;
  private static final int MARGIN = 30;
  private static final Color BAR = new Color(0x2F, 0x6F, 0xA8);

  public BarPainter() {
    System.setProperty("java.awt.headless", "true");
  }

  @Override
  public Optional<MailBytes> paint(List<Labelled> bars) {
    try {
      int height = MARGIN + ROW * Math.max(1, bars.size());
      return Optional.of(
          new MailBytes(ChartUtils.encodeAsPNG(chart(bars).createBufferedImage(WIDTH, height))));
    } catch (IOException | RuntimeException | LinkageError | InternalError e) {
      // A Java without fonts cannot paint; what it would show stands in the text.
      LOG.warn("the picture of the digest is left out: {}", e.toString());
      return Optional.empty();
    }
  }

  private static JFreeChart chart(List<Labelled> bars) {
    DefaultCategoryDataset numbers = new DefaultCategoryDataset();
    bars.forEach(bar -> numbers.addValue(bar.count(), "", bar.what()));
    JFreeChart chart =
        ChartFactory.createBarChart(
            null, null, null, numbers, PlotOrientation.HORIZONTAL, false, false, false);
    chart.setBackgroundPaint(Color.WHITE);
    CategoryPlot plot = chart.getCategoryPlot();
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setRangeGridlinesVisible(false);
    NumberAxis axis = (NumberAxis) plot.getRangeAxis();
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    axis.setVisible(false);
    axis.setUpperMargin(0.15);
    BarRenderer renderer = (BarRenderer) plot.getRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setSeriesPaint(0, BAR);
    renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator());
    renderer.setDefaultItemLabelsVisible(true);
    return chart;
  }
}
